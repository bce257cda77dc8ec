package org.mlsysim.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.error.CompositionException;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.pipeline.Fixture.CostModel;
import org.mlsysim.pipeline.Fixture.PowerModel;
import org.mlsysim.pipeline.Fixture.StepModel;
import org.mlsysim.pipeline.Fixture.StepsModel;

/** How a plan is shown. */
class PipelinePlanTest {
  private static final Pipeline PIPELINE =
      Pipeline.builder("train-and-pay")
          .catalogs(Fixture.catalogs())
          .suggesting(List.of())
          .stage(new CostModel())
          .stage("train", new StepModel())
          .constant("train", "tp_size", 2)
          .stage(new PowerModel())
          .stage("count", new StepsModel())
          .wire("train.node_profile.mfu", "CostModel.mfu")
          .build();

  private static Map<String, Object> incomplete() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("fleet", "rack");
    values.put("batch_size", 16);
    values.put("duration_dayz", 3);
    return values;
  }

  @Test
  void thePlanAsText() {
    assertThat(PIPELINE.explain(incomplete()))
        .isEqualTo(
            """
            train-and-pay: train -> CostModel -> PowerModel -> count

            1 train (StepModel, model; walls: Communication, Patience)
                fleet       given Rack
                batch_size  given 16
                tp_size     constant 2
                => step_time [s], mfu, hfu, samples, node_profile, feasible, caveats

            2 CostModel (model)
                fleet              given Rack
                duration_days [d]  MISSING
                mfu                wired from train.node_profile.mfu
                => tco_usd [USD]

            3 PowerModel (model)
                hardware  Chip, supplied by fleet
                => gflops_per_watt

            4 count (StepsModel, model)
                step_time [ms]  from train.step_time
                budget [s]      default 100 s
                samples         from train.samples
                => steps, all_samples

            Wrong
                MLS-INPUT-UNKNOWN-KEY: duration_dayz is not an input here.
                  Did you mean duration_days?
                MLS-PIPELINE-MISSING: duration_days [d] is missing: CostModel requires it.
                  Give duration_days: how long, a quantity in d in (0, inf).
            """);
  }

  @Test
  void thePlanAsADocument() {
    PipelinePlan plan = PIPELINE.plan(incomplete());
    Wire.Fields wire = plan.toWire();

    assertThat(wire.values().keySet())
        .containsExactly("status", "pipeline", "order", "stages", "edges", "missing", "unknown");
    assertThat(wire.get("status")).contains(Wire.of("incomplete"));
    assertThat(wire.get("missing"))
        .contains(
            new Wire.Items(
                List.of(
                    Wire.fields()
                        .put("port", "duration_days")
                        .put("stage", "CostModel")
                        .put("unit", "d")
                        .put("producers", new Wire.Items(List.of()))
                        .build())));
    assertThat(wire.get("unknown"))
        .contains(
            new Wire.Items(
                List.of(
                    Wire.fields()
                        .put("port", "duration_dayz")
                        .put("nearest", Wire.texts(List.of("duration_days")))
                        .build())));
    Wire.Fields train =
        (Wire.Fields) ((Wire.Items) wire.get("stages").orElseThrow()).values().get(0);
    assertThat(train.values().keySet())
        .containsExactly("name", "resolver", "tier", "walls", "inputs", "outputs");
    // The catalogs know Communication as wall 14, and no wall Patience.
    assertThat(train.get("walls")).contains(new Wire.Items(List.of(Wire.of(14))));
    assertThat(((Wire.Items) train.get("inputs").orElseThrow()).values())
        .contains(
            Wire.fields()
                .put("port", "tp_size")
                .put("type", "a whole number")
                .put("unit", "")
                .put("origin", Wire.fields().put("kind", "constant").put("value", 2).build())
                .build());
    assertThat(plan.complete()).isFalse();
    assertThatThrownBy(plan::orThrow).isInstanceOf(CompositionException.class);
  }

  @Test
  void thePlanAsMermaid() {
    assertThat(PIPELINE.plan(incomplete()).toMermaid())
        .isEqualTo(
            """
            flowchart LR
              s1["train<br/>StepModel"]
              s2["CostModel"]
              s3["PowerModel"]
              s4["count<br/>StepsModel"]
              v1(["fleet"])
              v2(["batch_size"])
              m1{{"duration_days?"}}
              v1 -->|"fleet"| s1
              v2 -->|"batch_size"| s1
              v1 -->|"fleet"| s2
              m1 -->|"duration_days"| s2
              s1 -->|"node_profile.mfu as mfu"| s2
              v1 -->|"hardware"| s3
              s1 -->|"step_time"| s4
              s1 -->|"samples"| s4
            """);
  }

  @Test
  void thePlanAsDot() {
    String dot = PIPELINE.plan(incomplete()).toDot();

    assertThat(dot)
        .startsWith("digraph \"train-and-pay\" {\n  rankdir=LR;\n")
        .contains("  s1 [shape=box, label=\"train\\nStepModel\"];\n")
        .contains("  v1 [shape=ellipse, label=\"fleet\"];\n")
        .contains("  m1 [shape=hexagon, label=\"duration_days?\"];\n")
        .contains("  s1 -> s2 [label=\"node_profile.mfu as mfu\"];\n")
        .endsWith("}\n");
  }

  @Test
  void namesCannotBreakOutOfADiagramOrDrawOnATerminal() {
    Pipeline pipeline =
        Pipeline.builder("a\u001b[31m\"b")
            .stage("x\"]; <b>\n\\", new PowerModel())
            .input("hardware", Fixture.CHIP)
            .build();

    assertThat(pipeline.plan().toMermaid()).contains("x&quot;]; &lt;b&gt;\\u000a\\<br/>");
    assertThat(pipeline.plan().toDot())
        .contains("digraph \"a\\\\u001b[31m\\\"b\"")
        .contains("x\\\"]; <b>\\\\u000a\\\\\\nPowerModel");
    assertThat(pipeline.plan().explain()).doesNotContain("\u001b");
    assertThat(pipeline.run().table()).doesNotContain("\u001b");
  }

  @Test
  void aPlanReadsNothingFromTheRegistryItDoesNotNeed() {
    Pipeline pipeline = Pipeline.of(new StepModel());

    assertThat(pipeline.plan(Map.of("fleet", Fixture.RACK, "batch_size", 4)).complete()).isTrue();
    assertThat(pipeline.plan().missing())
        .extracting(PipelinePlan.Missing::port)
        .containsExactly("fleet", "batch_size");
  }
}
