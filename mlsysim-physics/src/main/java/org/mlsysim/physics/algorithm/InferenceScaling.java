package org.mlsysim.physics.algorithm;

import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.Power;
import org.mlsysim.physics.node.Ties;
import org.mlsysim.physics.node.Utilization;
import org.mlsysim.physics.node.WorkloadForm;
import org.mlsysim.physics.serving.DecodeStep;
import org.mlsysim.physics.serving.PassSeries;
import org.mlsysim.physics.serving.Serving;
import org.mlsysim.physics.serving.ServingForm;

/**
 * Inference-time scaling: what a chain of reasoning costs in time, energy and memory.
 *
 * <p>A step of reasoning is 50 tokens. Each token pays the decode step at its own context, so the
 * growing cache is paid for.
 *
 * @see <a href="https://arxiv.org/abs/2408.03314">Snell et al., Scaling LLM Test-Time Compute
 *     Optimally, 2024</a>
 * @see <a href="https://arxiv.org/abs/2201.11903">Wei et al., Chain-of-Thought Prompting, 2022</a>
 */
public final class InferenceScaling {
  /** Tokens of one step of reasoning; a judgement, 10 to beyond 1000 in practice. */
  public static final int TOKENS_PER_STEP = 50;

  /**
   * A reasoned answer.
   *
   * @param feasible whether weights and the final cache fit
   * @param totalTime prefill and all tokens [s]
   * @param ttft prefill [s]
   * @param itl mean time of a token [s]; that after the prompt when there is none
   * @param tokens tokens generated, whole
   * @param timePerStep time of one step of reasoning [s]
   * @param energy energy of the answer [J]; 0 without a design power
   * @param peakMemory weights and the final cache [B]
   * @param ops work of prefill and all tokens [FLOP]
   * @param serving the prompt, served alone
   */
  public record Result(
      boolean feasible,
      double totalTime,
      double ttft,
      double itl,
      double tokens,
      double timePerStep,
      double energy,
      double peakMemory,
      double ops,
      Serving.Result serving) {}

  /**
   * Time of a run of tokens, each at its own context.
   *
   * <pre>sum over i &lt; T of max(m_0 + m i, c_0 + c i) + tax</pre>
   *
   * <p>Memory and compute time both grow linearly with the context ({@link PassSeries}).
   *
   * @param model the model; keeps a KV cache or a state
   * @param device the accelerator, its peak at the precision used
   * @param bytesPerElement b, width of weights and cache [B]
   * @param efficiency share of peak the arithmetic reaches [1], in (0, 1]
   * @param contextTokens cached tokens before the first one, &ge; 0
   * @param tokens T, tokens generated, whole, &ge; 0
   * @return time [s]
   */
  public static double decodeTime(
      WorkloadForm model,
      DeviceForm device,
      double bytesPerElement,
      double efficiency,
      double contextTokens,
      double tokens) {
    if (tokens == 0.0) {
      return 0.0;
    }
    DecodeStep.Result first =
        DecodeStep.solve(model, device, bytesPerElement, efficiency, 1.0, 1.0, contextTokens);
    DecodeStep.Result last =
        DecodeStep.solve(
            model, device, bytesPerElement, efficiency, 1.0, 1.0, contextTokens + tokens - 1.0);
    return tokens * first.layerTax()
        + PassSeries.time(
            tokens, first.computeTime(), last.computeTime(), first.memoryTime(), last.memoryTime());
  }

  /**
   * Reasons through a number of steps after a prompt.
   *
   * @param model the model; keeps a KV cache or a state
   * @param device the accelerator, its peak at the precision used
   * @param bytesPerElement b, width of weights and cache [B]
   * @param efficiency share of peak the arithmetic reaches [1], in (0, 1]
   * @param contextTokens tokens of the prompt, &ge; 1
   * @param steps K, steps of reasoning, whole, &ge; 0
   * @return time, energy and memory of the answer
   */
  public static Result solve(
      WorkloadForm model,
      DeviceForm device,
      double bytesPerElement,
      double efficiency,
      double contextTokens,
      double steps) {
    Serving.Result serving =
        Serving.solve(
            ServingForm.of(model, device, bytesPerElement, efficiency, contextTokens, 1.0));
    double tokens = TOKENS_PER_STEP * steps;
    double decode = decodeTime(model, device, bytesPerElement, efficiency, contextTokens, tokens);
    double total = serving.ttft() + decode;
    double itl = tokens > 0.0 ? decode / tokens : serving.itl();
    double decodeOps =
        PassSeries.sum(
            tokens,
            DecodeStep.ops(model, 1.0, 1.0, contextTokens),
            DecodeStep.ops(model, 1.0, 1.0, contextTokens + tokens - 1.0));
    double ops = serving.prefill().ops() + decodeOps;
    double utilization = Utilization.of(ops, total, device.peakFlops());
    double peakMemory =
        model.storedBytes(bytesPerElement)
            + model.cacheBytes(contextTokens + tokens, 1.0, bytesPerElement);
    return new Result(
        Ties.fits(peakMemory, device.memoryCapacity()),
        total,
        serving.ttft(),
        itl,
        tokens,
        TOKENS_PER_STEP * itl,
        Power.energy(device.tdp(), utilization, total),
        peakMemory,
        ops,
        serving);
  }

  private InferenceScaling() {}
}
