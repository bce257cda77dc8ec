package org.mlsysim.core.algorithm;

import java.util.List;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.physics.algorithm.Compression;

/** The size of a compressed model, term by term. */
final class CompressionTerms {
  static List<Explanation> explain(CompressionModel.Inputs inputs, Compression.Result plain) {
    Term size = Term.given("size before", "size_0", plain.originalBytes(), "B");
    Term ratio =
        switch (inputs.method()) {
          case QUANTIZATION ->
              Term.computed(
                      "ratio",
                      "r",
                      "8 b_0 / bits",
                      plain.ratio(),
                      "",
                      Term.given(
                          "bytes of a weight before",
                          "b_0",
                          inputs.baselinePrecision().bytesPerElement(),
                          "B"),
                      Term.given("bits of a weight after", "bits", inputs.targetBitwidth(), ""))
                  .from("Gholami et al. (2021)");
          case PRUNING ->
              Term.computed(
                      "ratio",
                      "r",
                      "1 / (1 - s)",
                      plain.ratio(),
                      "",
                      Term.given("share of the weights dropped", "s", inputs.sparsity(), ""))
                  .from("Han et al. (2015)");
          case DISTILLATION -> Term.given("ratio", "r", plain.ratio(), "");
        };
    return List.of(
        new Explanation(
            "compressed_size_bytes",
            plain.compressedBytes(),
            "B",
            List.of(
                Term.computed(
                    "size after",
                    "size",
                    "size_0 / r",
                    plain.compressedBytes(),
                    "B",
                    size,
                    ratio))));
  }

  private CompressionTerms() {}
}
