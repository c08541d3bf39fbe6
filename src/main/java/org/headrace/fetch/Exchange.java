package org.headrace.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.HeaderGroup;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * One request over one connection of its own, which ends with it: no state is left that a later
 * request to another place could pick up.
 */
final class Exchange implements Wire {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final long HEAD_BYTES = 1_000_000;
  private static final long FRAMING_BYTES = 1_000_000;

  private static final ManagedHttpClientConnectionFactory CONNECTIONS =
      ManagedHttpClientConnectionFactory.builder()
          .http1Config(
              Http1Config.custom()
                  .setMaxLineLength(64 * 1024)
                  .setMaxHeaderCount(5_000)
                  .setMaxEmptyLineCount(10)
                  .build())
          .charCodingConfig(
              CharCodingConfig.custom().setCharset(StandardCharsets.ISO_8859_1).build())
          .build();

  private static final RequestConfig MANNERS =
      RequestConfig.custom()
          .setRedirectsEnabled(false)
          .setAuthenticationEnabled(false)
          .setExpectContinueEnabled(false)
          .setProtocolUpgradeEnabled(false)
          .setContentCompressionEnabled(false)
          .build();

  private static final SchemePortResolver PORTS = DefaultSchemePortResolver.INSTANCE;
  private static final byte[] NOTHING = {};

  private final Names names;
  private final Watchdog watchdog;
  private final BodyReader bodies = new BodyReader();
  private final Lookup<TlsSocketStrategy> tls;

  Exchange(Names names, Watchdog watchdog) {
    this.names = names;
    this.watchdog = watchdog;
    TlsSocketStrategy strategy = DefaultClientTlsStrategy.createDefault();
    this.tls = scheme -> scheme.equals("https") ? strategy : null;
  }

  @Override
  public Reply ask(
      Target target, boolean open, Map<String, String> headers, Terms terms, Budget budget) {
    try (Watch watch = watchdog.watch(budget)) {
      Reply reply = ask(target, open, headers, terms, watch);
      boolean late = reply instanceof Reply.Broken && watch.isExpired();
      return late ? tooSlow((Reply.Broken) reply, budget) : reply;
    }
  }

  private Reply ask(
      Target target, boolean open, Map<String, String> headers, Terms terms, Watch watch) {
    CloseableHttpClient client = client(target, open, watch);
    try {
      HttpHost host = new HttpHost(target.scheme(), target.host(), target.writtenPort());
      ClassicHttpRequest request = new BasicClassicHttpRequest("GET", host, target.path());
      headers.forEach(request::setHeader);
      return answer(client.executeOpen(host, request, HttpClientContext.create()), terms, watch);
    } catch (RefusedHostException refused) {
      return new Refused(refused.reason());
    } catch (IOException | RuntimeException fault) {
      return new Reply.Broken(0, Trouble.words(fault, target.host()));
    } finally {
      client.close(CloseMode.IMMEDIATE);
    }
  }

  private Reply answer(ClassicHttpResponse response, Terms terms, Watch watch) {
    int status = response.getCode();
    HeaderGroup headers = new HeaderGroup();
    headers.setHeaders(response.getHeaders());
    HttpEntity entity = response.getEntity();
    if (entity == null || (status != 200 && status != 226)) {
      return new Reply.Answer(status, headers, NOTHING);
    }
    if (terms.textOnly() && !MediaTypes.mayBeText(response)) {
      return new Reply.Broken(status, "it is no page but " + MediaTypes.of(response));
    }
    if (!terms.mayBeCut() && entity.getContentLength() > terms.bytes()) {
      return new Reply.Broken(status, BodyReader.tooLarge(terms.bytes()));
    }
    return whole(status, headers, entity, terms, watch);
  }

  private Reply whole(
      int status, HeaderGroup headers, HttpEntity entity, Terms terms, Watch watch) {
    watch.allow(terms.bytes() + FRAMING_BYTES);
    try (InputStream plain = Coding.unpacked(entity.getContent(), codings(headers))) {
      return new Reply.Answer(status, headers, bodies.read(plain, terms, watch));
    } catch (IOException | RuntimeException fault) {
      return new Reply.Broken(status, Trouble.wordsOfBody(fault));
    }
  }

  private static String codings(HeaderGroup headers) {
    return Stream.of(headers.getHeaders("Content-Encoding"))
        .map(Header::getValue)
        .collect(Collectors.joining(","));
  }

  private static Reply tooSlow(Reply.Broken reply, Budget budget) {
    return new Reply.Broken(
        reply.status(), "it took longer than " + budget.whole().toSeconds() + " s");
  }

  private CloseableHttpClient client(Target target, boolean open, Watch watch) {
    BasicHttpClientConnectionManager connection =
        new BasicHttpClientConnectionManager(
            new DefaultHttpClientConnectionOperator(
                proxy -> watch.socket(HEAD_BYTES), PORTS, lookUp(target, open, watch), tls),
            CONNECTIONS);
    connection.setConnectionConfig(
        ConnectionConfig.custom().setConnectTimeout(Timeout.of(CONNECT)).build());
    return HttpClientBuilder.create()
        .setConnectionManager(connection)
        .setDefaultRequestConfig(MANNERS)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableConnectionState()
        .disableDefaultUserAgent()
        .build();
  }

  /** The library asks here for names and IP literals alike, and dials what it gets. */
  private DnsResolver lookUp(Target target, boolean open, Watch watch) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        if (!host.equals(target.host())) {
          throw new RefusedHostException("a host that nobody checked");
        }
        return AddressGuard.dialable(host, names, watch.left(), open).toArray(InetAddress[]::new);
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }
}
