package org.mlsysim.core.serving;

import static org.mlsysim.api.units.Units.BYTE;

import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.serving.KvAttentionDesign;

/**
 * What a token leaves in the cache under multi-head, grouped-query and latent attention.
 *
 * <pre>
 * multi-head, grouped-query: 2 L n_kv d b
 * latent:                    L (r + d_rope) b
 * </pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How much cache does a token take under each design of attention?",
    equation = "2 L n_kv d b; latent: L (r + d_rope) b",
    sources = {
      "Shazeer (2019), Fast Transformer Decoding, arXiv 1911.02150",
      "Ainslie et al. (2023), GQA, arXiv 2305.13245",
      "DeepSeek-AI (2024), DeepSeek-V2, arXiv 2405.04434"
    })
public final class KvAttentionDesignModel
    extends BaseModel<
        KvAttentionDesignModel.Inputs, KvAttentionDesignModel.KvAttentionDesignResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the language models to compare, each of another name") List<Workload> models,
      @Port(doc = "the one that stands for multi-head attention") Workload mha,
      @Port(doc = "the one that stands for grouped-query attention") Workload gqa,
      @Port(doc = "the one that stands for latent attention") Workload mla,
      @Port(doc = "number format of the cache") Precision precision,
      @Port(doc = "tokens of a session", range = "[0, inf)") int sessionTokens) {

    public Inputs {
      models = List.copyOf(models);
      List<String> names = models.stream().map(Workload::name).toList();
      if (names.stream().distinct().count() < names.size()) {
        throw BadInputException.refused(
            "models", String.join(", ", names), "each model may stand in models only once.");
      }
      among(names, "mha", mha);
      among(names, "gqa", gqa);
      among(names, "mla", mla);
    }

    /** Names the inputs one by one; all are required. */
    public static KvAttentionDesignModelInputsBuilder builder() {
      return new KvAttentionDesignModelInputsBuilder();
    }

    private static void among(List<String> names, String port, Workload model) {
      if (!names.contains(model.name())) {
        throw BadInputException.refused(
            port,
            model.name(),
            "it must stand in models, which are %s.".formatted(String.join(", ", names)));
      }
    }
  }

  /** What the model produces; maps are by display name, in the order of the models. */
  public record KvAttentionDesignResult(
      @Port(unit = "B", doc = "cache of one token, by model")
          Map<String, Quantity<DataSize>> perToken,
      @Port(doc = "design of attention, by model") Map<String, AttentionDesign> design,
      @Port(doc = "multi-head over latent cache of a token") double mhaOverMla,
      @Port(doc = "grouped-query over latent cache of a token") double gqaOverMla,
      @Port(unit = "B", doc = "cache of a session under grouped-query attention")
          Quantity<DataSize> gqaSession,
      @Port(unit = "B", doc = "cache of a session under latent attention")
          Quantity<DataSize> mlaSession,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public KvAttentionDesignResult {
      perToken = Collections.unmodifiableMap(new LinkedHashMap<>(perToken));
      design = Collections.unmodifiableMap(new LinkedHashMap<>(design));
      caveats = List.copyOf(caveats);
    }
  }

  public KvAttentionDesignModel() {
    super(MethodHandles.lookup(), Inputs.class, KvAttentionDesignResult.class);
  }

  @Override
  public KvAttentionDesignResult solve(Inputs inputs) {
    double bytes = inputs.precision().bytesPerElement();
    Map<String, Quantity<DataSize>> perToken = new LinkedHashMap<>();
    Map<String, AttentionDesign> designs = new LinkedHashMap<>();
    for (Workload each : inputs.models()) {
      WorkloadForm model = Workloads.attending("models", each);
      perToken.put(each.name(), Units.of(KvAttentionDesign.perToken(model, bytes), BYTE));
      designs.put(each.name(), AttentionDesign.of(KvAttentionDesign.design(model)));
    }
    KvAttentionDesign.Result plain =
        KvAttentionDesign.solve(
            Workloads.attending("mha", inputs.mha()),
            Workloads.attending("gqa", inputs.gqa()),
            Workloads.attending("mla", inputs.mla()),
            bytes,
            inputs.sessionTokens());
    return new KvAttentionDesignResult(
        perToken,
        designs,
        plain.mhaOverMla(),
        plain.gqaOverMla(),
        Units.of(plain.gqaSession(), BYTE),
        Units.of(plain.mlaSession(), BYTE),
        List.of());
  }
}
