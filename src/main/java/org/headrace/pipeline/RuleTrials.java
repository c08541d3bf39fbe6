package org.headrace.pipeline;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headrace.extract.site.RuleFile;
import org.headrace.extract.site.RuleTest;
import org.headrace.model.FetchOutcome;
import org.headrace.model.FetchOutcome.Found;
import org.headrace.model.Trust;

/** Tries rules for sites at the addresses they name, as politely as any page is asked for. */
public final class RuleTrials {
  private final Web web;
  private final boolean privateNetwork;

  /**
   * Trials on {@code web}.
   *
   * @param privateNetwork whether the servers may lie inside the operator's own network
   */
  public RuleTrials(Web web, boolean privateNetwork) {
    this.web = web;
    this.privateNetwork = privateNetwork;
  }

  /**
   * What came of one address.
   *
   * @param trial empty if the page could not be had
   * @param reason why not; empty if it could
   */
  public record Result(URI address, Optional<RuleFile.Trial> trial, String reason) {
    /** True if the rules would be used there, and find what they should. */
    public boolean good() {
      return trial.filter(tried -> !tried.less() && tried.missing().isEmpty()).isPresent();
    }
  }

  /** Tries {@code rules} at each of its addresses, one after the other. */
  public List<Result> of(RuleFile rules) {
    List<Result> results = new ArrayList<>();
    for (RuleTest test : rules.tests()) {
      results.add(at(rules, test));
    }
    return results;
  }

  private Result at(RuleFile rules, RuleTest test) {
    Trust said = new Trust(test.address(), privateNetwork, Optional.empty());
    FetchOutcome outcome =
        web.page(test.address(), PageAsking.trust(said, test.address(), rules.headers()));
    return outcome instanceof Found found
        ? new Result(
            test.address(),
            Optional.of(
                Desk.read(found.page().body().length, () -> rules.tried(found.page(), test))),
            "")
        : new Result(test.address(), Optional.empty(), PageWords.of(outcome));
  }
}
