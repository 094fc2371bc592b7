package io.github.dualprevention.adapters.jackson;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardStep;

/**
 * A hazard as a document: what it is now and every step that led there, without any trace of a
 * person.
 *
 * <p>It is the neutral form from which profiles make what a receiver prescribes.
 */
public final class HazardDocument {

  /** The type of the document. */
  public static final String TYPE = "hazard";

  /** The version of its form. */
  public static final String SCHEMA = "1";

  private HazardDocument() {}

  /**
   * Writes a hazard.
   *
   * @param hazard the hazard, with at least one step
   * @return canonical JSON: {@code id}, {@code state}, {@code table}, {@code version}; {@code
   *     grade} and {@code major} once it is assessed; {@code deadline} as soon as one is set;
   *     {@code steps} with {@code action}, {@code facts}, {@code from}, {@code grade}, {@code
   *     number}, {@code occurred}, {@code post} and {@code to}
   */
  public static String write(Hazard hazard) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("id", hazard.id());
    document.put("state", hazard.state().code());
    document.put("table", hazard.table().toString());
    document.put("version", hazard.version());
    hazard
        .grade()
        .ifPresent(
            grade -> {
              document.put("grade", grade.code());
              document.put("major", grade.major());
            });
    hazard.deadline().ifPresent(day -> document.put("deadline", day.toString()));
    ArrayNode steps = document.putArray("steps");
    hazard.steps().forEach(step -> write(step, steps.addObject()));
    return CanonicalJson.write(document);
  }

  private static void write(HazardStep step, ObjectNode document) {
    document.put("action", step.action().code());
    document.put("number", step.number());
    document.put("occurred", step.occurred().toString());
    document.put("post", step.postId());
    document.put("from", step.from().code());
    document.put("to", step.to().code());
    step.grade().ifPresent(grade -> document.put("grade", grade.code()));
    ObjectNode facts = document.putObject("facts");
    step.facts().forEach((fact, text) -> facts.put(fact.code(), text));
  }
}
