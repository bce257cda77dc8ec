package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * What a hit in a prefix cache saves: rebuilding the prefix against one pass over the suffix alone.
 *
 * <pre>
 * R       = n peak utilization
 * rebuild = (2 P_a prefix + attention(prefix, prefix)) / R
 * hit     = max(weight read + state read, (2 P_a suffix + attention(suffix, prefix + suffix)) / R)
 * </pre>
 *
 * <p>Also after a hit the suffix attends to the prefix, whose state is read.
 *
 * @see <a href="https://arxiv.org/abs/2312.07104">Zheng et al., SGLang (RadixAttention), 2023</a>
 */
public final class PrefixRebuild {
  /**
   * Both ways through a prompt.
   *
   * @param parameters P, all parameters of the model
   * @param stateBytes cache of the prefix [B]
   * @param linearOps 2 P_a prefix [FLOP]
   * @param attentionOps attention of the prefix to itself [FLOP]
   * @param sustainedRate R [FLOP/s]
   * @param rebuildTime prefill of the prefix [s]
   * @param weightReadTime weights that the suffix touches, read once [s]
   * @param stateReadTime cache of the prefix, read once [s]
   * @param suffixOpsTime arithmetic of the suffix [s]
   * @param rebuildOverHit rebuild time over the time of a hit [1]
   */
  public record Result(
      double parameters,
      double stateBytes,
      double linearOps,
      double attentionOps,
      double sustainedRate,
      double rebuildTime,
      double weightReadTime,
      double stateReadTime,
      double suffixOpsTime,
      double rebuildOverHit) {}

  /**
   * Compares a rebuild with a hit.
   *
   * @param model an attention model
   * @param device one accelerator of the node, its peak at the precision used
   * @param accelerators n, accelerators of the node, &ge; 1
   * @param bytesPerElement b, width of weights and cache [B]
   * @param prefixTokens tokens of the prefix, &ge; 1
   * @param suffixTokens tokens after it, &ge; 1
   * @param utilization share of peak that is sustained [1], in (0, 1]
   * @return both ways
   */
  public static Result solve(
      WorkloadForm model,
      DeviceForm device,
      double accelerators,
      double bytesPerElement,
      double prefixTokens,
      double suffixTokens,
      double utilization) {
    double perToken = 2.0 * model.activeParametersOrAll();
    double rate = accelerators * device.peakFlops() * utilization;
    double bandwidth = accelerators * device.memoryBandwidth();
    double state = model.cacheBytes(prefixTokens, 1.0, bytesPerElement);
    double linear = perToken * prefixTokens;
    double attention = model.attentionFlops(prefixTokens, prefixTokens, true);
    double suffixOps =
        perToken * suffixTokens
            + model.attentionFlops(suffixTokens, prefixTokens + suffixTokens, true);
    double rebuild = (linear + attention) / rate;
    double weightRead = model.touchedBytes(suffixTokens, bytesPerElement) / bandwidth;
    double stateRead = state / bandwidth;
    double suffixTime = suffixOps / rate;
    return new Result(
        model.parameters(),
        state,
        linear,
        attention,
        rate,
        rebuild,
        weightRead,
        stateRead,
        suffixTime,
        rebuild / Math.max(weightRead + stateRead, suffixTime));
  }

  private PrefixRebuild() {}
}
