# Versity's S3 gateway over a folder. Its own image runs as root and has no folder that another user could write to.
FROM versity/versitygw:v1.7.0
RUN mkdir /data && chown 10001:10001 /data
USER 10001:10001
# Every folder below /data is a bucket, so that making the bucket is making a folder.
ENTRYPOINT ["/bin/sh", "-c", "mkdir -p \"/data/$BUCKET\" && exec versitygw posix /data"]
