package org.mlsysim.physics.serving;

import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * A batch of equal requests on one replica, as plain numbers.
 *
 * @param model the model; keeps a KV cache or a state
 * @param device the accelerator that prefills, its peak at the precision used
 * @param bytesPerElement b, width of weights and cache [B]
 * @param efficiency share of peak the arithmetic reaches [1], in (0, 1]
 * @param seqLen tokens of each sequence, &ge; 1
 * @param batch B, sequences, &ge; 1
 * @param cachedPrefix tokens of each prompt whose cache is already there, [0, seqLen)
 * @param chunkTokens most new tokens of a sequence in one prefill pass, &ge; 1; NaN for all at once
 * @param disaggregated whether decoding runs on another node
 * @param decodeDevice the accelerator that decodes; {@code device} unless disaggregated
 * @param networkBandwidth rate at which the cache moves there [B/s], &gt; 0; read if disaggregated
 * @param speculative whether a draft proposes tokens
 * @param draft the draft; {@code model} unless speculative
 * @param acceptanceRate probability that one proposal is accepted [1], in [0, 1]; read if
 *     speculative
 */
public record ServingForm(
    WorkloadForm model,
    DeviceForm device,
    double bytesPerElement,
    double efficiency,
    double seqLen,
    double batch,
    double cachedPrefix,
    double chunkTokens,
    boolean disaggregated,
    DeviceForm decodeDevice,
    double networkBandwidth,
    boolean speculative,
    WorkloadForm draft,
    double acceptanceRate) {

  /** Requests that are prefilled at once and decoded one token at a time on one accelerator. */
  public static ServingForm of(
      WorkloadForm model,
      DeviceForm device,
      double bytesPerElement,
      double efficiency,
      double seqLen,
      double batch) {
    return new ServingForm(
        model,
        device,
        bytesPerElement,
        efficiency,
        seqLen,
        batch,
        0.0,
        Double.NaN,
        false,
        device,
        Double.NaN,
        false,
        model,
        Double.NaN);
  }

  /** These requests with the cache of their first tokens already there. */
  public ServingForm withCachedPrefix(double tokens) {
    return new ServingForm(
        model,
        device,
        bytesPerElement,
        efficiency,
        seqLen,
        batch,
        tokens,
        chunkTokens,
        disaggregated,
        decodeDevice,
        networkBandwidth,
        speculative,
        draft,
        acceptanceRate);
  }

  /** These requests prefilled in chunks of at most so many tokens. */
  public ServingForm withChunks(double tokens) {
    return new ServingForm(
        model,
        device,
        bytesPerElement,
        efficiency,
        seqLen,
        batch,
        cachedPrefix,
        tokens,
        disaggregated,
        decodeDevice,
        networkBandwidth,
        speculative,
        draft,
        acceptanceRate);
  }

  /** These requests decoded on another node, to which their cache moves at a rate [B/s]. */
  public ServingForm withDecodeDevice(DeviceForm other, double cacheBandwidth) {
    return new ServingForm(
        model,
        device,
        bytesPerElement,
        efficiency,
        seqLen,
        batch,
        cachedPrefix,
        chunkTokens,
        true,
        other,
        cacheBandwidth,
        speculative,
        draft,
        acceptanceRate);
  }

  /** These requests with tokens proposed by a draft and accepted with a probability. */
  public ServingForm withDraft(WorkloadForm proposer, double acceptance) {
    return new ServingForm(
        model,
        device,
        bytesPerElement,
        efficiency,
        seqLen,
        batch,
        cachedPrefix,
        chunkTokens,
        disaggregated,
        decodeDevice,
        networkBandwidth,
        true,
        proposer,
        acceptance);
  }
}
