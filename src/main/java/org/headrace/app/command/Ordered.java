package org.headrace.app.command;

import org.headrace.app.RunningProgram;

/** Tells what the running program answered to an order. */
final class Ordered {
  private Ordered() {}

  static int told(Verb verb, RunningProgram.Reply reply) {
    if (!reply.running()) {
      verb.say("Headrace does not run with these settings: headrace run");
      return HeadraceCommand.NOT_RUNNING;
    }
    if (reply.status() == 404 && reply.words().isEmpty() || reply.status() == 421) {
      verb.say("Something else answers at the address of the settings.");
      return HeadraceCommand.NOT_RUNNING;
    }
    verb.say("%s", reply.words());
    return reply.done() ? HeadraceCommand.WELL : HeadraceCommand.FAULT;
  }
}
