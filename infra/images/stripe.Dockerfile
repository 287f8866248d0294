# The Stripe stand-in of ./up, for clusters that must not move money.
FROM eclipse-temurin:25-jre AS files
COPY stripe-stand-in/target/lib /files/app/lib
COPY stripe-stand-in/target/stripe-stand-in.jar /files/app/
# Fixed time stamps: the same files produce the same layer.
RUN find /files -exec touch -h -d '2026-01-01 00:00:00' {} +

FROM eclipse-temurin:25-jre
COPY --from=files /files/ /
WORKDIR /app
USER 10003:10003
EXPOSE 8080
ENTRYPOINT ["java", "-Xmx64m", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "stripe-stand-in.jar"]
CMD ["--data", "/data", "--port", "8080", "--address", "0.0.0.0"]
