package io.github.dualprevention.adapters.jackson;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.hazard.Weakening;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.table.TableVersion;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A step as an object of a {@link HazardDocument}; only the hazard's id stands outside of it. */
final class StepForm {

  private static final String NAMES =
      "action facts from number occurred person post table to weakened";
  private static final String GRADED = NAMES + " grade major";

  private StepForm() {}

  static void write(HazardStep step, ObjectNode fields) {
    fields.put("number", step.number());
    fields.put("action", step.action().code());
    fields.put("from", step.from().code());
    fields.put("to", step.to().code());
    step.grade().ifPresent(grade -> fields.put("grade", grade.code()).put("major", grade.major()));
    fields.put("person", step.person().value());
    fields.put("post", step.postId());
    fields.put("occurred", step.occurred().toString());
    ObjectNode facts = fields.putObject("facts");
    step.facts().forEach((fact, text) -> facts.put(fact.code(), text));
    fields.put("table", step.table().toString());
    ArrayNode weakened = fields.putArray("weakened");
    step.weakened().stream().map(Weakening::code).sorted().forEach(weakened::add);
  }

  static HazardStep read(String hazardId, Fields fields) {
    boolean graded = fields.has("grade");
    fields.exactly(graded ? GRADED : NAMES);
    return new HazardStep(
        hazardId,
        fields.number("number"),
        fields.code("action", HazardAction.byCode()),
        fields.code("from", HazardState.byCode()),
        fields.code("to", HazardState.byCode()),
        graded
            ? Optional.of(new HazardGrade(fields.text("grade"), fields.yes("major")))
            : Optional.empty(),
        new Commitment(fields.text("person")),
        fields.text("post"),
        moment(fields.text("occurred")),
        fields.texts("facts", HazardFact.byCode()),
        TableVersion.parse(fields.text("table")),
        Set.copyOf(fields.codes("weakened", Weakening.byCode())));
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException notATime) {
      throw Require.refusal("occurred", "must be an instant in UTC", text);
    }
  }
}
