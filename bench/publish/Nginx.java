package org.headrace.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** Debian's nginx, serving one file; port 0 if it is not installed. */
final class Nginx implements AutoCloseable {
  private final int port;
  private final Process process;

  private Nginx(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  static Nginx serving(Path folder, byte[] feed) throws Exception {
    Path program = Path.of("/usr/sbin/nginx");
    if (!Files.isExecutable(program)) {
      return new Nginx(0, null);
    }
    Files.createDirectories(folder.resolve("www"));
    Files.write(folder.resolve("www/feed.atom"), feed);
    int port;
    try (ServerSocket any = new ServerSocket(0)) {
      port = any.getLocalPort();
    }
    Path settings =
        Files.writeString(
            folder.resolve("nginx.conf"),
            """
            daemon off;
            pid %1$s/pid;
            error_log %1$s/error.log;
            worker_processes auto;
            user root;
            events { worker_connections 256; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              open_file_cache max=10;
              server { listen 127.0.0.1:%2$d; root %1$s/www; }
            }
            """
                .formatted(folder, port));
    Process process =
        new ProcessBuilder(
                program.toString(), "-c", settings.toString(), "-e", folder + "/error.log")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    Nginx nginx = new Nginx(port, process);
    for (int i = 0; i < 100; i++) {
      try {
        nginx.tag();
        return nginx;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IOException("nginx does not start: " + Files.readString(folder.resolve("out")));
  }

  int port() {
    return port;
  }

  String tag() throws IOException, InterruptedException {
    if (port == 0) {
      return "";
    }
    URI feed = URI.create("http://127.0.0.1:" + port + "/feed.atom");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(feed).build(), HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValue("ETag")
          .orElseThrow();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroy();
    }
  }
}
