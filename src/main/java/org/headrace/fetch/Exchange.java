package org.headrace.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
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

  private static final RequestConfig MANNERS_OF_A_RELAY =
      RequestConfig.copy(MANNERS).setAuthenticationEnabled(true).build();

  private static final SchemePortResolver PORTS = DefaultSchemePortResolver.INSTANCE;
  private static final ContentType FORM = ContentType.create(PostRequest.MEDIA_TYPE);
  private static final byte[] NOTHING = {};

  private final Names names;
  private final Watchdog watchdog;
  private final BodyReader bodies = new BodyReader();
  private final Lookup<TlsSocketStrategy> tls;

  Exchange(Names names, Watchdog watchdog, TlsSocketStrategy strategy) {
    this.names = names;
    this.watchdog = watchdog;
    this.tls = scheme -> scheme.equals("https") ? strategy : null;
  }

  /**
   * What is asked of whom.
   *
   * @param open true if the host may lie in the operator's own network
   * @param relay the operator's proxy; empty if the host is asked directly
   * @param form what is told; empty if something is asked for
   */
  record Ask(
      Target target,
      boolean open,
      Map<String, String> headers,
      Optional<Relay> relay,
      Optional<byte[]> form) {
    /** The headers may hold a password. */
    @Override
    public String toString() {
      return "a request to " + target.host();
    }
  }

  @Override
  public Reply ask(Ask ask, Terms terms, Budget budget) {
    try (Watch watch = watchdog.watch(budget)) {
      Reply reply = ask(ask, terms, watch);
      boolean late = reply instanceof Reply.Broken && watch.isExpired();
      return late ? tooSlow((Reply.Broken) reply, budget) : reply;
    }
  }

  private Reply ask(Ask ask, Terms terms, Watch watch) {
    Target target = ask.target();
    CloseableHttpClient client = client(ask, watch);
    try {
      if (ask.relay().isPresent()) {
        checkBeforeRelay(ask, watch);
      }
      HttpHost host = new HttpHost(target.scheme(), target.host(), target.writtenPort());
      String method = ask.form().isPresent() ? "POST" : "GET";
      ClassicHttpRequest request = new BasicClassicHttpRequest(method, host, target.path());
      ask.headers().forEach(request::setHeader);
      ask.form().ifPresent(form -> request.setEntity(new ByteArrayEntity(form, FORM)));
      HttpClientContext talk = HttpClientContext.create();
      ClassicHttpResponse response = client.executeOpen(host, request, talk);
      boolean ofProxy =
          ask.relay().isPresent() && target.isSecure() && talk.getSSLSession() == null;
      return ofProxy ? notThrough(response) : answer(response, terms, watch);
    } catch (RefusedHostException refused) {
      return new Refused(refused.reason());
    } catch (IOException | RuntimeException fault) {
      String host = ask.relay().map(relay -> "the proxy").orElse(target.host());
      return new Reply.Broken(0, Trouble.words(fault, host));
    } finally {
      client.close(CloseMode.IMMEDIATE);
    }
  }

  /** The library passes on what the proxy says to CONNECT as if the server had said it. */
  private static Reply notThrough(ClassicHttpResponse response) {
    return new Reply.Broken(
        0, "the proxy does not let us through (HTTP " + response.getCode() + ")");
  }

  private Reply answer(ClassicHttpResponse response, Terms terms, Watch watch) {
    int status = response.getCode();
    HeaderGroup headers = new HeaderGroup();
    headers.setHeaders(response.getHeaders());
    HttpEntity entity = response.getEntity();
    if (entity == null || terms.bytes() == 0 || (status != 200 && status != 226)) {
      boolean telling = entity != null && BotCheck.mayBeRefusal(status);
      byte[] start = telling ? start(headers, entity, terms, watch) : NOTHING;
      return new Reply.Answer(status, headers, start);
    }
    if (terms.textOnly() && !MediaTypes.mayBeText(response)) {
      return new Reply.Broken(status, "it is no page but " + MediaTypes.of(response));
    }
    if (!terms.mayBeCut() && entity.getContentLength() > terms.bytes()) {
      return new Reply.Broken(status, BodyReader.tooLarge(terms.bytes()));
    }
    return whole(status, headers, entity, terms, watch);
  }

  /** What a refusal begins with, so far as it can be had: it may say who refuses. */
  private byte[] start(HeaderGroup headers, HttpEntity entity, Terms terms, Watch watch) {
    try (InputStream plain = Coding.unpacked(entity.getContent(), codings(headers))) {
      return bodies.read(plain, terms.ofRefusal(), watch);
    } catch (IOException | RuntimeException fault) {
      return NOTHING;
    }
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

  /**
   * The proxy looks the name up itself and dials what it gets; so far as the name is known here, it
   * is refused here.
   */
  private void checkBeforeRelay(Ask ask, Watch watch) throws RefusedHostException {
    try {
      AddressGuard.dialable(ask.target().host(), names, watch.left(), ask.open());
    } catch (RefusedHostException refused) {
      throw refused;
    } catch (UnknownHostException unknownHere) {
      // the proxy may know it
    }
  }

  private CloseableHttpClient client(Ask ask, Watch watch) {
    BasicHttpClientConnectionManager connection =
        new BasicHttpClientConnectionManager(
            new DefaultHttpClientConnectionOperator(
                proxy -> watch.socket(HEAD_BYTES), PORTS, lookUp(ask, watch), tls),
            CONNECTIONS);
    connection.setConnectionConfig(
        ConnectionConfig.custom().setConnectTimeout(Timeout.of(CONNECT)).build());
    HttpClientBuilder builder = HttpClientBuilder.create();
    ask.relay().ifPresent(relay -> goThrough(relay, builder));
    return builder
        .setConnectionManager(connection)
        .setDefaultRequestConfig(ask.relay().isEmpty() ? MANNERS : MANNERS_OF_A_RELAY)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableConnectionState()
        .disableDefaultUserAgent()
        .build();
  }

  /** Its password is for the proxy alone: for every other place none is known. */
  private static void goThrough(Relay relay, HttpClientBuilder builder) {
    HttpHost proxy =
        new HttpHost(relay.target().scheme(), relay.target().host(), relay.target().port());
    builder.setProxy(proxy);
    if (!relay.user().isEmpty()) {
      builder.setDefaultCredentialsProvider(
          CredentialsProviderBuilder.create()
              .add(proxy, relay.user(), relay.password().toCharArray())
              .build());
    }
  }

  /** The library asks here for names and IP literals alike, and dials what it gets. */
  private DnsResolver lookUp(Ask ask, Watch watch) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        String expected = ask.relay().map(Relay::target).orElse(ask.target()).host();
        if (!host.equals(expected)) {
          throw new RefusedHostException("a host that nobody checked");
        }
        return ask.relay().isPresent() ? ofRelay(host, watch) : checked(host, ask, watch);
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }

  private InetAddress[] checked(String host, Ask ask, Watch watch) throws UnknownHostException {
    return AddressGuard.dialable(host, names, watch.left(), ask.open()).toArray(InetAddress[]::new);
  }

  /** The operator's own choice, wherever it lies. */
  private InetAddress[] ofRelay(String host, Watch watch) throws UnknownHostException {
    Optional<InetAddress> literal = HostSpelling.literal(host);
    return literal.isPresent()
        ? new InetAddress[] {literal.get()}
        : names.lookUp(host, watch.left()).toArray(InetAddress[]::new);
  }
}
