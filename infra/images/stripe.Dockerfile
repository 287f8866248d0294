# The stand-in for Stripe of ./up, for clusters where no money is to move.
FROM eclipse-temurin:25-jre
WORKDIR /app
COPY stripe-stand-in/target/lib ./lib
COPY stripe-stand-in/target/stripe-stand-in.jar ./
USER 10003:10003
EXPOSE 8080
ENTRYPOINT ["java", "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "stripe-stand-in.jar"]
CMD ["--data", "/data", "--port", "8080", "--address", "0.0.0.0"]
