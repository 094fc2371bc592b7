package io.github.dualprevention.checklist;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.control.ControlMeasure;
import io.github.dualprevention.core.control.MeasureMode;
import java.util.List;

/**
 * The checklist of a post (一岗位一清单); never edited, only followed by its next version.
 *
 * @param id unique among the checklists of the enterprise
 * @param version counted from 1
 * @param postId the post that checks
 * @param items what is checked, each measure once
 */
public record Checklist(String id, int version, String postId, List<CheckItem> items) {

  /** Throws {@code IllegalArgumentException} naming the part that is wrong. */
  public Checklist {
    id = Require.id(id, "id");
    Require.require(version >= 1, "version", "must be at least 1", version);
    postId = Require.id(postId, "postId");
    items = Require.notEmpty(items, "items");
    long measures = items.stream().map(CheckItem::measureId).distinct().count();
    Require.require(measures == items.size(), "items", "must have each measure once", id);
  }

  /**
   * The first checklist of a post.
   *
   * @param id unique among the checklists of the enterprise
   * @param postId the post that checks
   * @param measures the measures that the post checks; those that an instrument watches are left
   *     out
   * @return version 1
   * @throws IllegalArgumentException if people check none of the measures
   */
  public static Checklist of(String id, String postId, List<ControlMeasure> measures) {
    return new Checklist(id, 1, postId, items(measures));
  }

  /**
   * The same checklist after the measures have changed.
   *
   * @param measures the measures that the post checks now
   * @return this very list if nothing in it changes, its next version otherwise
   * @throws IllegalArgumentException if people check none of the measures
   */
  public Checklist revised(List<ControlMeasure> measures) {
    List<CheckItem> now = items(measures);
    return now.equals(items) ? this : new Checklist(id, version + 1, postId, now);
  }

  private static List<CheckItem> items(List<ControlMeasure> measures) {
    return measures.stream()
        .filter(measure -> measure.mode() == MeasureMode.HAZARD_CHECK)
        .map(measure -> new CheckItem(measure.id(), measure.checkContent().orElseThrow()))
        .toList();
  }
}
