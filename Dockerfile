# Acquis as it runs in production. `docker build -t acquis .` compiles it; nothing of the development services is inside.
ARG JAVA_IMAGE=eclipse-temurin:25-jre-noble
ARG MAVEN_IMAGE=maven:3.9-eclipse-temurin-25

FROM ${MAVEN_IMAGE} AS build
WORKDIR /source
COPY pom.xml .
COPY src/main src/main
COPY bpmn bpmn
COPY forms forms
RUN --mount=type=cache,target=/root/.m2 mvn -B -q package -Dmaven.test.skip=true \
    && cp target/acquis-*.jar acquis.jar \
    && java -Djarmode=tools -jar acquis.jar extract --layers --destination /layers

FROM ${JAVA_IMAGE}
# Scanned pieces are read by Tesseract in French and English, HEIC photos made JPEG by ImageMagick. LIBREOFFICE=yes adds what turns office files into pictures.
ARG LIBREOFFICE=no
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl fontconfig imagemagick libheif-plugin-libde265 tesseract-ocr tesseract-ocr-fra util-linux \
    && if [ "$LIBREOFFICE" = yes ]; then \
         apt-get install -y --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui; \
       fi \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --system --gid 10001 acquis \
    && useradd --system --uid 10001 --gid acquis --no-create-home --home-dir /nonexistent acquis \
    && mkdir -p /var/lib/acquis/spool /var/lib/acquis/passages && chown -R acquis:acquis /var/lib/acquis

WORKDIR /application
# From what changes least to what changes most.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./

USER acquis
# The root file system may be read-only: uploads wait in the spool, the JVM writes to /tmp.
VOLUME ["/var/lib/acquis/spool", "/var/lib/acquis/passages"]
ENV ACQUIS_SPOOL=/var/lib/acquis/spool \
    ACQUIS_PASSAGES=/var/lib/acquis/passages \
    MANAGEMENT_SERVER_PORT=8081 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
EXPOSE 8080 8081
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s --retries=4 \
    CMD curl -fsS http://localhost:8081/actuator/health/readiness || exit 1
ENTRYPOINT ["java", "-jar", "acquis.jar"]
