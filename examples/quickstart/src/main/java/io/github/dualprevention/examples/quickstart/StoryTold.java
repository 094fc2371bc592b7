package io.github.dualprevention.examples.quickstart;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.adapters.render.EvidenceVerification;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.journal.Verification;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The story as lines for the console.
 *
 * @param story what is told
 * @param month the month whose tasks are counted
 */
record StoryTold(Story story, YearMonth month) {

  /** Nothing where nothing lies beside the register. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<Reason> holes = story.holes();
    if (!holes.isEmpty()) {
      lines.add("责任缺口 / holes in the responsibility: " + holes.size());
      holes.forEach(hole -> lines.add("  " + hole.message()));
    }
    if (!story.lists().isEmpty()) {
      lines.add(
          "%s 排查任务 / checks due in %s: %d".formatted(month, month, story.tasks(month).size()));
    }
    Map<String, byte[]> evidence = story.evidence();
    story
        .hazards()
        .forEach(
            (alias, hazard) -> {
              lines.add("隐患 / hazard " + alias + ": " + hazard.state().wording());
              story.told().stream()
                  .filter(told -> told.hazard().equals(alias))
                  .forEach(told -> add(told, lines));
              Optional.ofNullable(evidence.get(alias))
                  .ifPresent(file -> lines.add("  " + evidence(file)));
            });
    if (!story.told().isEmpty()) {
      lines.add("已送达报告 / reports delivered: " + story.delivered());
      lines.add("日志 / journal: " + verdict(story.verify()));
      lines.add("改动一个字节之后 / after one byte was changed: " + verdict(story.verifyTampered()));
    }
    return lines;
  }

  private void add(Story.Told told, List<String> lines) {
    String what =
        story.timeOf(told) + " " + story.postOf(told) + " " + told.attempt().action().wording();
    if (told.outcome() instanceof Outcome.Accepted<Hazard> accepted) {
      lines.add("  ✓ " + what + " → " + accepted.value().state().wording());
    } else {
      lines.add("  ✗ " + what);
      told.outcome().reasons().forEach(reason -> lines.add("      " + reason));
    }
  }

  private String evidence(byte[] file) {
    EvidenceVerification verification = story.verify(file);
    String verdict =
        verification instanceof EvidenceVerification.Sound sound
            ? "✓ " + sound.head().number() + " 条 / entries"
            : "✗ " + verification;
    return "证据档案 / evidence file: " + verdict;
  }

  private static String verdict(Verification verification) {
    if (verification instanceof Verification.Broken broken) {
      return "✗ 第" + broken.line() + "行 / line " + broken.line() + ": " + broken.reason();
    }
    return "✓ " + ((Verification.Sound) verification).entries() + " 条 / entries";
  }
}
