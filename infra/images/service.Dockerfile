# The image of a service; infra/images/build builds it and the files that it needs:
#   docker build -f infra/images/service.Dockerfile --build-arg SERVICE=orders -t ticketing/orders:dev .
# `--target plain` leaves out the ahead-of-time cache: the image is smaller and starts more slowly. `--target dev` is the image
# of `skaffold dev`.
FROM eclipse-temurin:25-jre AS layers
ARG SERVICE
COPY ${SERVICE}/target/${SERVICE}.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination /extracted
# the CycloneDX bill of materials
COPY ${SERVICE}/target/bom.json /extracted/application/sbom.cdx.json
COPY infra/images/jvm.options /extracted/application/
# Fixed time stamps: the same files produce the same layers.
RUN for layer in dependencies snapshot-dependencies application; do \
        mkdir -p /layers/$layer && mv /extracted/$layer /layers/$layer/app || exit 1; \
    done && find /layers -exec touch -h -d '2026-01-01 00:00:00' {} +

# The libraries are the largest layer and change rarely, so they come first.
FROM eclipse-temurin:25-jre AS plain
COPY --from=layers /layers/dependencies/ /
COPY --from=layers /layers/snapshot-dependencies/ /
COPY --from=layers /layers/application/ /
WORKDIR /app
# glibc's default of many arenas wastes memory with many threads.
ENV MALLOC_ARENA_MAX=2
USER 10001:10001
EXPOSE 3000 9000
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=app.aot", "-jar", "app.jar"]

# The service's own classes are files and not a jar: infra/images/sync-classes replaces them in the running pod, and Spring
# Boot's DevTools restart the service in its JVM.
FROM layers AS exploded
COPY infra/images/dev.options .
RUN java -Djarmode=tools -jar app.jar extract --launcher --destination /exploded && \
    sed -n 's/^Start-Class: \([^\r]*\).*/\1/p' /exploded/META-INF/MANIFEST.MF >>dev.options
FROM plain AS dev
COPY --from=exploded /exploded/BOOT-INF/classes/ classes/
COPY --from=exploded dev.options ./
COPY target/devtools/spring-boot-devtools.jar ./
ENTRYPOINT ["sh", "-c", "rm -rf /in-place/classes && cp -R classes /in-place/ && exec java @jvm.options @dev.options"]

# The training run: the service runs with temporary servers, and the JVM writes the ahead-of-time cache when it exits.
FROM nats-streaming:0.25.6 AS broker
FROM plain AS training
ARG SERVICE
USER 0
COPY --from=broker /nats-streaming-server /training/
COPY dev-servers/target/lib /training/lib
COPY dev-servers/target/dev-servers.jar /training/
COPY infra/images/train /training/
RUN /training/train ${SERVICE}

# The cache is valid only for identical jars with identical time stamps, which both stages share.
FROM plain
COPY --from=training /app/app.aot ./
