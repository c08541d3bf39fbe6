package org.headrace.publish;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One document as it is served: made once per change, and compressed once, when it is first asked
 * for so. Nothing of it changes.
 */
public final class Edition {
  private static final String PATH_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789-./";

  private final String path;
  private final String mediaType;
  private final byte[] plain;
  private final String etag;
  private final Instant lastModified;
  private final String link;
  private final FeedChanges changes;
  private byte @Nullable [] gzip;
  private byte @Nullable [] brotli;

  private Edition(
      String path,
      String mediaType,
      byte[] plain,
      Instant lastModified,
      String link,
      FeedChanges changes) {
    boolean safe = path.chars().allMatch(c -> PATH_SIGNS.indexOf(c) >= 0);
    if (!safe || !path.startsWith("/") || path.contains("..") || path.contains("/.")) {
      throw new IllegalArgumentException("not a safe path: " + path);
    }
    this.path = path;
    this.mediaType = mediaType;
    this.plain = plain;
    this.lastModified = Instant.ofEpochSecond(lastModified.getEpochSecond());
    this.link = link;
    this.changes = changes;
    etag = etag(plain);
  }

  /** A document that is no feed. */
  static Edition of(String path, String mediaType, byte[] plain, Instant lastModified) {
    return new Edition(path, mediaType, plain, lastModified, "", FeedChanges.NONE);
  }

  /**
   * A feed.
   *
   * @param link see {@link #link()}
   * @param changes knows what it held before
   */
  static Edition feed(
      String path,
      String mediaType,
      byte[] plain,
      Instant lastModified,
      String link,
      FeedChanges changes) {
    return new Edition(path, mediaType, plain, lastModified, link, changes);
  }

  /** Begins with "/"; small letters, digits, ".", "-" and "/" only. */
  public String path() {
    return path;
  }

  /** With its charset. */
  public String mediaType() {
    return mediaType;
  }

  public byte[] plain() {
    return plain;
  }

  /** The same document compressed; empty if that gains nothing. */
  public synchronized byte[] gzip() {
    if (gzip == null) {
      gzip = Compressed.gzip(plain);
    }
    return gzip;
  }

  /** The same document compressed; empty if that gains nothing or cannot be done here. */
  public synchronized byte[] brotli() {
    if (brotli == null) {
      brotli = Compressed.brotli(plain);
    }
    return brotli;
  }

  /** Strong entity tag of {@link #plain} with its quotes (RFC 9110, 8.8.3). */
  public String etag() {
    return etag;
  }

  /** Whole seconds; moves whenever a later edition of the path differs. */
  public Instant lastModified() {
    return lastModified;
  }

  /**
   * What stands in the {@code Link} header (RFC 8288): where a feed stands and which hubs tell of
   * its changes; empty if it has no hub.
   */
  public String link() {
    return link;
  }

  /** True if entries that are new since an earlier state can be had by themselves. */
  public boolean knowsChanges() {
    return changes != FeedChanges.NONE;
  }

  /**
   * The same feed with only the entries that are new or changed since it had the tag {@code
   * earlier} (RFC 3229, "feed"); empty if that state is not remembered.
   */
  public Optional<Edition> since(String earlier) {
    return changes.since(earlier, this);
  }

  /**
   * Name of the file it becomes on a static host: "topic/local.atom"; a page is the index of a
   * folder, "story/1/index.html", which every host finds under "/story/1".
   */
  public String file() {
    if (!isPage()) {
      return path.substring(1);
    }
    return path.substring(1) + (path.endsWith("/") ? "" : "/") + "index.html";
  }

  /** True for a page for people. */
  public boolean isPage() {
    return mediaType.startsWith("text/html");
  }

  /** Remembers which entries it has, for those who come with its tag later. */
  FeedChanges changes() {
    return changes;
  }

  /** True if it is this document, byte for byte. */
  boolean isSame(String type, byte[] document, String header) {
    return mediaType.equals(type) && link.equals(header) && Arrays.equals(plain, document);
  }

  /**
   * When the document that follows this one was last modified: later than this one, even if what
   * changed has no time of its own, so that who asks by time alone does not miss it.
   */
  Instant next(Instant changed) {
    return changed.isAfter(lastModified) ? changed : lastModified.plusSeconds(1);
  }

  private static String etag(byte[] plain) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
      return "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
