package io.github.dualprevention.checklist;

import io.github.dualprevention.core.Require;

/**
 * A line of a checklist.
 *
 * @param measureId the control measure that is checked
 * @param content what the check looks at, copied from the measure when the list was made
 */
public record CheckItem(String measureId, String content) {

  /** Throws {@code IllegalArgumentException} if a part is blank. */
  public CheckItem {
    measureId = Require.id(measureId, "measureId");
    content = Require.text(content, "content");
  }
}
