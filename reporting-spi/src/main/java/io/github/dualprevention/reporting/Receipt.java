package io.github.dualprevention.reporting;

import io.github.dualprevention.core.Require;
import java.time.Duration;
import java.time.Instant;

/** What a receiver says about an envelope. */
public sealed interface Receipt {

  /**
   * Taken over; never sent again. The outbox keeps number and moment.
   *
   * @param receiptNo the receiver's number for it, 1 to 100 characters on one line
   * @param at when the receiver took it over
   */
  record Accepted(String receiptNo, Instant at) implements Receipt {
    /** Normalises the number; throws {@code IllegalArgumentException} if it is blank. */
    public Accepted {
      receiptNo = Require.id(receiptNo, "receiptNo");
      Require.notNull(at, "at");
    }
  }

  /**
   * Refused: these bytes are not sent again unless a person says so. Whoever has corrected the
   * cause either {@linkplain Outbox#revive revives} the report, and the same bytes go out again, or
   * {@linkplain Outbox#withdraw withdraws} it and queues a corrected one, which gets the subject's
   * next sequence and so another id.
   *
   * @param code the receiver's code, or one of the library's as in {@code reporting.id.taken}; 1 to
   *     100 characters on one line
   * @param message the receiver's reason, not blank; control characters are written out
   */
  record Rejected(String code, String message) implements Receipt {
    /** Normalises both texts; throws {@code IllegalArgumentException} if one is blank. */
    public Rejected {
      code = Require.id(code, "code");
      message = Require.text(Require.visible(Require.notNull(message, "message")), "message");
    }
  }

  /**
   * Not handled yet, or nobody knows; the same envelope is sent again.
   *
   * @param retryAfter how long the receiver asks to be left alone, not negative; zero if it says
   *     nothing
   */
  record Deferred(Duration retryAfter) implements Receipt {
    /** Throws {@code IllegalArgumentException} if the duration is negative. */
    public Deferred {
      Require.notNull(retryAfter, "retryAfter");
      Require.require(!retryAfter.isNegative(), "retryAfter", "must not be negative", retryAfter);
    }
  }
}
