# The stand-in for Stripe of ./up, for clusters where no money is to move.
FROM eclipse-temurin:25-jre
WORKDIR /app
COPY local/target/lib ./lib
COPY local/target/local.jar ./
USER 10003:10003
EXPOSE 8080
ENTRYPOINT ["java", "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "local.jar", "stripe"]
CMD ["/data", "8080", "0.0.0.0"]
