# The image of a service, around the jar that `./mvnw package` has made; infra/images/build makes both:
#   docker build -f infra/images/service.Dockerfile --build-arg SERVICE=orders -t ticketing/orders:dev .
# With `--target plain` it has no ahead-of-time cache: smaller, and slower to start.
FROM eclipse-temurin:25-jre AS layers
ARG SERVICE
COPY ${SERVICE}/target/${SERVICE}.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination /extracted
# What is in here, as a CycloneDX bill of materials
COPY ${SERVICE}/target/bom.json /extracted/application/sbom.cdx.json
COPY infra/images/jvm.options /extracted/application/
# The same files make the same layers, whenever they were built.
RUN for layer in dependencies snapshot-dependencies application; do \
        mkdir -p /layers/$layer && mv /extracted/$layer /layers/$layer/app || exit 1; \
    done && find /layers -exec touch -h -d '2026-01-01 00:00:00' {} +

# The layer of the libraries stays the same from one build to the next, and is the largest.
FROM eclipse-temurin:25-jre AS plain
COPY --from=layers /layers/dependencies/ /
COPY --from=layers /layers/snapshot-dependencies/ /
COPY --from=layers /layers/application/ /
WORKDIR /app
# As many arenas as threads would keep far more memory than they use.
ENV MALLOC_ARENA_MAX=2
USER 10001:10001
EXPOSE 3000 9000
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=app.aot", "-jar", "app.jar"]

# A run of the service on servers of its own, which ends with what the JVM has loaded and linked being written down.
FROM nats-streaming:0.25.6 AS broker
FROM plain AS training
ARG SERVICE
USER 0
COPY --from=broker /nats-streaming-server /training/
COPY dev-servers/target/lib /training/lib
COPY dev-servers/target/dev-servers.jar /training/
COPY infra/images/train /training/
RUN /training/train ${SERVICE}

# The cache is good only for the very same jars, times included: this image and the one above share them.
FROM plain
COPY --from=training /app/app.aot ./
