package org.headrace.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HubCallTest {
  @Test
  void a_hub_asks_whether_we_meant_it() {
    assertEquals(
        new HubCall.Intent(
            true, "https://paper.example/f?a=ä", "a b&c", Optional.of(Duration.ofDays(1))),
        HubCall.of(
            "hub.mode=subscribe&hub.topic=https%3A%2F%2Fpaper.example%2Ff%3Fa%3D%C3%A4"
                + "&hub.challenge=a+b%26c&hub.lease_seconds=86400&hub.mode=denied"));
    assertEquals(
        new HubCall.Intent(false, "t", "c", Optional.empty()),
        HubCall.of("&x&=&hub.mode=unsubscribe&hub.topic=t&hub.challenge=c"));
  }

  @Test
  void a_lease_that_is_none_is_not_believed() {
    for (String lease : List.of("", "0", "-5", "soon", "99999999999999999999")) {
      assertEquals(
          new HubCall.Intent(true, "t", "c", Optional.empty()),
          HubCall.of("hub.mode=subscribe&hub.topic=t&hub.challenge=c&hub.lease_seconds=" + lease));
    }
  }

  @Test
  void a_hub_says_no() {
    assertEquals(
        new HubCall.Denied("t", "not you"),
        HubCall.of("hub.mode=denied&hub.topic=t&hub.reason=not%20you"));
  }

  @Test
  void everything_else_is_nonsense() {
    for (String query :
        List.of(
            "",
            "hub.mode=subscribe&hub.topic=t",
            "hub.mode=publish&hub.topic=t&hub.challenge=c",
            "hub.mode=subscribe&hub.topic=%zz&hub.challenge=c",
            "hub.mode=subscribe&hub.topic=t&hub.challenge=" + "c".repeat(HubCall.LONGEST + 1),
            "a=1&".repeat(200) + "hub.mode=denied")) {
      assertInstanceOf(HubCall.Nonsense.class, HubCall.of(query), query);
    }
  }
}
