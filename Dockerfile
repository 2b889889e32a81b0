# syntax=docker/dockerfile:1
# docker build -t claimwire . && docker run --rm -p 127.0.0.1:8080:8080 claimwire
FROM golang:1.26-bookworm AS build
WORKDIR /source
COPY . .
# The commit is not in the build's context: docker build --build-arg COMMIT=$(git rev-parse --short=12 HEAD) .
ARG VERSION=
ARG COMMIT=
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w ${VERSION:+-X github.com/claimwire/claimwire/internal/build.release=$VERSION} ${COMMIT:+-X github.com/claimwire/claimwire/internal/build.revision=$COMMIT}" -o /claimwire ./cmd/claimwire

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /claimwire /claimwire
USER 65534:65534
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=2s CMD ["/claimwire", "healthy", "http://127.0.0.1:8080/readyz"]
ENTRYPOINT ["/claimwire"]
CMD ["serve", "--addr", "0.0.0.0:8080", "--public"]
