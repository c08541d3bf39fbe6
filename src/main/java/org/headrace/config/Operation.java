package org.headrace.config;

/**
 * How the running program is looked after.
 *
 * @param token what a browser must send along to give orders; empty if none may
 * @param sourcesInStore true if the list of sources is kept in the store, for all nodes
 * @param backups how many nightly copies of an embedded store are kept; 0 for none
 */
public record Operation(String token, int backups, boolean sourcesInStore) {
  /** Where the file says nothing. */
  public static final Operation DEFAULT = new Operation("", 7, false);
}
