package org.headrace.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What is remembered, and the queue of what is to be done: a step is finished when the store says
 * so, whatever becomes of the process afterwards.
 *
 * <p>Time always comes in as a parameter. Every method may be called from any thread; each that
 * changes something is one transaction, and throws a {@link StoreException} if the database fails.
 */
public final class Store implements AutoCloseable {
  private final Database database;
  private final SourceTable sources;
  private final TurnTable turns;
  private final PageTable pages;
  private final ArticleTable articles;
  private final StoryTable stories;
  private final Accounts accounts;
  private final StorySearch search;
  private final DigestTable digests;
  private final SubscriptionTable subscriptions;
  private final StoryLogTable storyLog;
  private final DocumentTable documents;
  private final NodeTable nodes;

  Store(Database database) {
    this.database = database;
    TimeSortedIds ids = new TimeSortedIds();
    sources = new SourceTable(database);
    turns = new TurnTable(database, ids);
    pages = new PageTable(database);
    articles = new ArticleTable(database);
    stories = new StoryTable(database, ids);
    accounts = new Accounts(database);
    search = new StorySearch(database);
    digests = new DigestTable(database);
    subscriptions = new SubscriptionTable(database);
    storyLog = new StoryLogTable(database);
    documents = new DocumentTable(database);
    nodes = new NodeTable(database);
  }

  /**
   * Opens the store, makes it if there is none, brings an older one to the form of this program.
   *
   * @throws StoreException if somebody else uses the folder, a newer program has written the store,
   *     or it cannot be reached
   */
  public static Store open(StoreSettings settings) throws StoreException {
    return new Store(database(settings));
  }

  static Database database(StoreSettings settings) {
    return settings.shared()
        ? PostgresDatabase.open(settings.url())
        : SqliteDatabase.open(folder(settings.url()));
  }

  /**
   * Opens the store of a program that may be running, to look into it or to change a single row.
   *
   * @throws StoreException if there is none, or an older or newer program has written it
   */
  public static Store beside(StoreSettings settings) throws StoreException {
    return new Store(
        settings.shared()
            ? PostgresDatabase.open(settings.url())
            : SqliteDatabase.beside(folder(settings.url())));
  }

  private static Path folder(String url) {
    if (url.isBlank() || url.startsWith("jdbc:")) {
      throw new StoreException(
          "The store's address \"" + url + "\" is neither a folder nor jdbc:postgresql://…");
    }
    try {
      return Path.of(url);
    } catch (InvalidPathException e) {
      throw new StoreException("The store's address \"" + url + "\" is no folder's name.", e);
    }
  }

  /** True if no other program can work on the same store. */
  public boolean exclusive() {
    return database.exclusive();
  }

  /** What the operator listed. */
  public SourceTable sources() {
    return sources;
  }

  /** Whose turn it is to be asked. */
  public TurnTable turns() {
    return turns;
  }

  /** Whose page is read now. */
  public PageTable pages() {
    return pages;
  }

  /** Entries on their way to be articles. */
  public ArticleTable articles() {
    return articles;
  }

  /** What is published. */
  public StoryTable stories() {
    return stories;
  }

  /** What became of single entries, and why. */
  public Accounts accounts() {
    return accounts;
  }

  /**
   * Writes a whole copy into {@code file}, which must not exist, while work goes on.
   *
   * @throws StoreException if that cannot be done, or the database is kept by others
   */
  public void copyTo(Path file) throws StoreException {
    database.copyTo(file);
  }

  /** What was arranged with hubs. */
  public SubscriptionTable subscriptions() {
    return subscriptions;
  }

  /** How far the log of published stories is written. */
  public StoryLogTable storyLog() {
    return storyLog;
  }

  /** The operator's files, where they are kept here. */
  public DocumentTable documents() {
    return documents;
  }

  /** Which processes work here. */
  public NodeTable nodes() {
    return nodes;
  }

  /** Finds stories by their words. */
  public StorySearch search() {
    return search;
  }

  /** The stories of a day, put together. */
  public DigestTable digests() {
    return digests;
  }

  /**
   * Writes one row and reads it back.
   *
   * @throws StoreException if that cannot be done
   */
  public void probe() throws StoreException {
    long written = database.write(handle -> Ledger.raise(handle, Ledger.PROBE));
    long read = database.read(handle -> Ledger.value(handle, Ledger.PROBE));
    if (read < written) {
      throw new StoreException("The store does not give back what was written.");
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
