package io.github.dualprevention.core.oversight;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.LatestStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** From when on the days of an escalation are counted. */
public enum EscalationBasis {
  /** 逾期: from the first day after the deadline, while the hazard is not accepted. */
  OVERDUE("逾期", "overdue") {
    @Override
    Optional<LocalDate> start(Hazard hazard, Instant now, ZoneId zone) {
      return hazard
          .deadline()
          .filter(deadline -> hazard.isOverdue(LocalDate.ofInstant(now, zone)))
          .map(deadline -> deadline.plusDays(1));
    }
  },
  /**
   * 停滞: from the day on which something was done about the hazard last. An escalation is such a
   * step, so that the next level up gets its whole time; to correct the record or to follow another
   * edition of the life cycle is none.
   */
  STUCK("停滞", "stuck") {
    @Override
    Optional<LocalDate> start(Hazard hazard, Instant now, ZoneId zone) {
      return LatestStep.of(hazard).map(latest -> LocalDate.ofInstant(latest.occurred(), zone));
    }
  };

  private static final ImmutableMap<String, EscalationBasis> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), EscalationBasis::code);

  private final Term term;

  EscalationBasis(String zh, String en) {
    term = new Term(name(), new Wording(zh, en));
  }

  /**
   * Every basis by its code.
   *
   * @return an immutable map
   */
  public static Map<String, EscalationBasis> byCode() {
    return BY_CODE;
  }

  /**
   * The stable code, as stored and exchanged.
   *
   * @return upper case English
   */
  public String code() {
    return name();
  }

  /**
   * Code and name.
   *
   * @return for sentences that speak about it
   */
  public Term term() {
    return term;
  }

  /** The day from which the days of an open hazard are counted; empty if there is none. */
  abstract Optional<LocalDate> start(Hazard hazard, Instant now, ZoneId zone);
}
