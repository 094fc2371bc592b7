package io.github.dualprevention.benchmarks;

import dev.cel.common.CelException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.RiskLevel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One checked and planned program of CEL, its score bound once; the inputs are ready-made maps. */
final class CelLevel implements LevelSource {

  private final CelRuntime.Program program;
  private final List<Map<String, Double>> inputs;

  CelLevel(PlainTable table) throws CelException {
    CelCompilerBuilder compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .addLibraries(CelExtensions.bindings())
            .setResultType(SimpleType.STRING);
    table.factors().forEach(factor -> compiler.addVar(factor, SimpleType.DOUBLE));
    String conditional = table.conditional("score", level -> "'" + level.name() + "'");
    String text = "cel.bind(score, " + table.product() + ", " + conditional + ")";
    program =
        CelRuntimeFactory.standardCelRuntimeBuilder()
            .build()
            .createProgram(compiler.build().compile(text).getAst());
    inputs = table.inputs().stream().map(CelLevel::doubles).toList();
  }

  private static Map<String, Double> doubles(Factors factors) {
    return factors.values().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().doubleValue()));
  }

  @Override
  public RiskLevel level(int input) throws CelEvaluationException {
    return RiskLevel.valueOf((String) program.eval(inputs.get(input)));
  }
}
