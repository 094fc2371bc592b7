package io.github.dualprevention.core.hazard;

import io.github.dualprevention.core.Require;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A node of a supervised listing (督办节点): what must be reached by when.
 *
 * @param day the last day
 * @param what what must be reached
 */
public record Milestone(LocalDate day, String what) {

  private static final int DAY = 10;

  /** Throws {@code IllegalArgumentException} if the text is blank. */
  public Milestone {
    Require.notNull(day, "day");
    what = Require.text(what, "what");
  }

  /** Milestones from text as in {@code 2026-08-01 design | 2026-09-01 works}. */
  static List<Milestone> parse(String text) {
    return Stream.of(text.split("\\|", -1)).map(Milestone::one).toList();
  }

  private static Milestone one(String item) {
    String text = item.strip();
    int end = Math.min(DAY, text.length());
    return new Milestone(LocalDate.parse(text.substring(0, end)), text.substring(end));
  }

  /** Whether a text holds milestones, each day after the one before. */
  static boolean areIn(String text) {
    String[] items = text.split("\\|", -1);
    String before = "";
    for (String item : items) {
      String day = item.strip();
      boolean sound =
          day.length() > DAY + 1
              && day.charAt(DAY) == ' '
              && HazardFact.Form.DAY.fits(day.substring(0, DAY))
              && !day.substring(DAY).isBlank()
              && day.substring(0, DAY).compareTo(before) > 0;
      if (!sound) {
        return false;
      }
      before = day.substring(0, DAY);
    }
    return true;
  }
}
