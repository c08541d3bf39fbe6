package org.headrace.demo;

/** How a feed behaves while it is asked again and again. The first ask has the number 1. */
enum FeedManners {
  /** Always there, always the same. */
  STEADY,
  /** From the second ask on, its edited article is out in the corrected edition. */
  CORRECTED,
  /** Asks for patience at the second ask, then goes on as before. */
  BUSY,
  /** Answers once, then is gone for good. */
  DYING;

  int status(int ask) {
    return switch (this) {
      case STEADY, CORRECTED -> 200;
      case BUSY -> ask == 2 ? 429 : 200;
      case DYING -> ask == 1 ? 200 : 410;
    };
  }

  Edition edition(int asks) {
    return this == CORRECTED && asks >= 2 ? Edition.CORRECTED : Edition.FIRST;
  }
}
