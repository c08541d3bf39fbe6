package org.headrace.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.main.Main;
import org.headrace.config.Settings;

/** Runs the routes: plain Camel Main over the files of {@code routes/}. */
final class Flow implements AutoCloseable {
  private static final int SECONDS_TO_STOP = 5;

  /** A queue between stages hangs if it is to have more readers. */
  private static final int MOST_AT_ONCE = 1_000;

  /** Nodes within one process each have their own clockwork. */
  private static final AtomicInteger STARTED = new AtomicInteger();

  private final Main main;
  private final Closing closing;

  private Flow(Main main, Closing closing) {
    this.main = main;
    this.closing = closing;
  }

  /**
   * Starts the routes.
   *
   * @param home where the files lie
   * @param settings say which file connects the stages, and how much is done at once
   * @param roles what this node does
   * @param beans by the names that the routes call them by
   * @param begin false if the routes are only to be made
   * @throws StartException if a route cannot be started: the message says which and why
   */
  static Flow start(
      Home home,
      Settings settings,
      Pace pace,
      Set<Role> roles,
      Map<String, Object> beans,
      boolean begin)
      throws StartException {
    Main main = new Main();
    main.setDefaultPropertyPlaceholderLocation("false");
    main.configure()
        .withAutoConfigurationEnvironmentVariablesEnabled(false)
        .withAutoConfigurationSystemPropertiesEnabled(false)
        .withVirtualThreadsEnabled(true);
    main.configure().setRoutesIncludePattern("file:" + home.routes() + "/*.camel.yaml");
    String leftOut = Role.routesLeftOut(roles);
    if (!leftOut.isEmpty()) {
      main.configure().setRouteFilterExcludePattern(leftOut);
    }
    main.configure().setName("headrace");
    main.configure().setAutoStartup(begin);
    main.configure().setShutdownTimeout(SECONDS_TO_STOP);
    main.configure().setShutdownSuppressLoggingOnTimeout(true);
    main.configure().setJmxEnabled(false);
    Map<String, String> properties = Role.connected(properties(home, settings, pace), roles);
    properties.forEach(main::addInitialProperty);
    main.addInitialProperty("camel.component.quartz.prefixInstanceName", "false");
    main.addInitialProperty(
        "camel.component.quartz.properties[org.quartz.threadPool.threadCount]", "10");
    main.addInitialProperty(
        "camel.component.quartz.properties[org.quartz.scheduler.instanceName]",
        "headrace-" + STARTED.incrementAndGet());
    beans.forEach(main::bind);
    Closing closing = new Closing();
    closing.add(main::stop);
    main.addMainListener(new StageLinks(properties, begin, closing));
    try {
      main.start();
    } catch (Exception e) {
      closing.close();
      throw new StartException("the routes in " + home.routes() + ": " + rootWords(e), e);
    }
    return new Flow(main, closing);
  }

  /** Every property that routes may name. */
  static Map<String, String> properties(Home home, Settings settings, Pace pace)
      throws StartException {
    Map<String, String> properties = Stages.read(home.stages(settings.stages()));
    int atOnce = Math.min(settings.fetch().atOnce(), MOST_AT_ONCE);
    properties.put("node.name", NodeName.of(settings.web()));
    properties.put("fetch.at-once", Integer.toString(atOnce));
    properties.putAll(pace.properties());
    return properties;
  }

  /** Ids of routes that should run and do not; all of them before the start. */
  List<String> stopped() {
    CamelContext context = main.getCamelContext();
    List<String> stopped = new ArrayList<>();
    for (Route route : context.getRoutes()) {
      ServiceStatus status = context.getRouteController().getRouteStatus(route.getRouteId());
      if (status != ServiceStatus.Started) {
        stopped.add(route.getRouteId());
      }
    }
    return stopped;
  }

  @Override
  public void close() {
    closing.close();
  }

  private static String rootWords(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
