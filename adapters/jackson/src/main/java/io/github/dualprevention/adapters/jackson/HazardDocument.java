package io.github.dualprevention.adapters.jackson;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dualprevention.core.RefusedException;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.reporting.ReportDocument;
import java.util.List;
import java.util.Optional;

/**
 * Steps of a hazard as a document, with everything that a step holds. A person stands in it as a
 * commitment, never by name.
 *
 * <p>It is the neutral form from which profiles make what a receiver prescribes. Whatever else
 * there is to say about a hazard follows from its steps, so nothing else stands in the document:
 *
 * <pre>
 * {"before":"SHA-256:9f86…","first":2,"head":"SHA-256:60ab…","id":"H-17","last":2,
 *  "steps":[{"action":"ASSESS","facts":{"grade":"MAJOR","grounds":"…"},"from":"REGISTERED",
 *            "grade":"MAJOR","major":true,"number":2,"occurred":"2026-07-01T00:30:00Z",
 *            "person":"SHA-256:ab01…","post":"SAFETY","table":"HAZARD:CN@1","to":"ASSESSED",
 *            "weakened":[]}]}
 * </pre>
 *
 * {@code before} is the hash of the journal's entry of the step before {@code first}, and {@code
 * head} that of the entry of {@code last}. A receiver who lays reports side by side sees by them
 * what is missing and what was written anew. {@code before} is absent if the report begins with
 * step 1, {@code grade} and {@code major} while the hazard has no grade.
 */
public final class HazardDocument {

  /** The type of the document. */
  public static final String TYPE = "hazard";

  /** The version of its form. */
  public static final String SCHEMA = "1";

  private static final String NAMES = "first head id last steps";
  private static final String JOINED = NAMES + " before";

  private HazardDocument() {}

  /**
   * What can be reported about a hazard.
   *
   * @param chain all entries of one hazard, the first one first; at least one step. Entries of
   *     other kinds are passed over
   * @return the document, from whichever step the outbox asks for
   * @throws IllegalArgumentException if the chain has no steps, or not each from the first on
   */
  public static ReportDocument of(List<JournalEntry> chain) {
    List<JournalEntry> steps = chain.stream().filter(HazardJournal::holdsStep).toList();
    JournalEntry head = Require.notEmpty(steps, "steps").get(steps.size() - 1);
    int last = HazardJournal.stepOf(head).number();
    Require.require(
        last == steps.size(), "chain", "must hold each step up to step " + last, steps.size());
    return new ReportDocument(
        TYPE, SCHEMA, head.fact().subject(), last, first -> write(report(steps, first)));
  }

  private static HazardReport report(List<JournalEntry> steps, int first) {
    List<HazardStep> reported =
        steps.subList(first - 1, steps.size()).stream().map(HazardJournal::stepOf).toList();
    return new HazardReport(
        reported.get(0).hazardId(),
        first == 1 ? Optional.empty() : Optional.of(hash(steps.get(first - 2))),
        hash(steps.get(steps.size() - 1)),
        reported);
  }

  private static String hash(JournalEntry entry) {
    return entry.algorithm() + ":" + entry.hash();
  }

  private static String write(HazardReport report) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("id", report.hazardId());
    document.put("first", report.first());
    document.put("last", report.last());
    report.before().ifPresent(hash -> document.put("before", hash));
    document.put("head", report.head());
    ArrayNode steps = document.putArray("steps");
    report.steps().forEach(step -> StepForm.write(step, steps.addObject()));
    return CanonicalJson.write(document);
  }

  /**
   * Reads a document.
   *
   * @param body the body of an envelope of this type and schema
   * @return what it says
   * @throws IllegalArgumentException naming what is wrong: not canonical JSON, a field missing,
   *     unknown or malformed, steps that are not consecutive
   */
  public static HazardReport read(String body) {
    Fields fields = Fields.of(body);
    boolean joined = fields.has("before");
    fields.exactly(joined ? JOINED : NAMES);
    String id = Require.id(fields.text("id"), "id");
    HazardReport report =
        new HazardReport(
            id,
            joined ? Optional.of(fields.text("before")) : Optional.empty(),
            fields.text("head"),
            fields.objects("steps").stream().map(step -> StepForm.read(id, step)).toList());
    requireNumber(fields, "first", report.first());
    requireNumber(fields, "last", report.last());
    boolean canonical = write(report).equals(body);
    Require.require(canonical, "document", "must be in canonical form", id);
    return report;
  }

  private static void requireNumber(Fields fields, String name, int right) {
    int given = fields.number(name);
    Require.require(
        given == right, name, "must be the number of the " + name + " step, " + right, given);
  }

  /**
   * Makes a hazard from its reports again.
   *
   * @param reports about one hazard, in any order; together they hold each step up to some step,
   *     once or more often
   * @return the hazard as it was after the latest of these steps
   * @throws RefusedException with every reason: a step that no report holds, two reports that
   *     contradict each other about a step or about the hash of its journal entry, a step that does
   *     not start where the one before ends
   * @throws IllegalArgumentException if there is no report, or they are about different hazards, or
   *     a step has a deadline that is no day
   */
  public static Hazard join(List<HazardReport> reports) {
    String id = Require.notEmpty(reports, "reports").get(0).hazardId();
    ReportChain chain = new ReportChain(id);
    for (HazardReport report : reports) {
      boolean same = report.hazardId().equals(id);
      Require.require(same, "reports", "must be about the hazard " + id, report.hazardId());
      chain.take(report);
    }
    return chain.hazard();
  }
}
