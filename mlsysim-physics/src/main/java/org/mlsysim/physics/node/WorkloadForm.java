package org.mlsysim.physics.node;

/**
 * A model as plain numbers: what the laws need to know of its architecture, and the quantities that
 * follow from it.
 *
 * <p>NaN means "not stated"; the derived quantities say what then takes its place. The precision is
 * not part of a workload, so laws about bytes take b, the width of one stored weight [B].
 *
 * @param family the architecture, which decides what a pass computes, moves and keeps
 * @param parameters P, all parameters, or NaN
 * @param activeParameters P_a, parameters one token passes through, or NaN for all
 * @param inferenceFlops work of one unit (token, sequence, image, denoising step) in one forward
 *     pass [FLOP], or NaN for 2 P_a
 * @param modelSize published size of the 16-bit checkpoint [B], or NaN
 * @param layers L, or NaN for 1
 * @param hiddenDim h, model width, or NaN for 4096
 * @param heads a, query heads, or NaN for 32
 * @param kvHeads key-value heads, or NaN for as many as query heads
 * @param headDim d, width of a head, or NaN for the whole part of h / a
 * @param kvLoraRank width of the latent of multi-head latent attention, or NaN
 * @param qkRopeHeadDim width of its shared rotary key, or NaN; latent attention needs both
 * @param intermediateSize f, width inside the feed-forward block, or NaN for 4 h
 * @param experts E, experts per layer, or NaN for a dense model
 * @param expertsPerToken k, experts a token is routed to, or NaN for 1
 * @param stateSize n, state elements per inner channel of a state-space model, or NaN
 * @param expansion inner width over model width of a state-space model, or NaN for 2
 * @param convWidth window of its causal convolution, or NaN for 4
 * @param denoisingSteps forward passes of one generation of a diffusion model, or NaN for 1
 */
public record WorkloadForm(
    Family family,
    double parameters,
    double activeParameters,
    double inferenceFlops,
    double modelSize,
    double layers,
    double hiddenDim,
    double heads,
    double kvHeads,
    double headDim,
    double kvLoraRank,
    double qkRopeHeadDim,
    double intermediateSize,
    double experts,
    double expertsPerToken,
    double stateSize,
    double expansion,
    double convWidth,
    double denoisingSteps) {

  /** The kinds of architecture the laws tell apart. */
  public enum Family {
    /** Attention over a sequence, dense or with experts; keeps a KV cache. */
    TRANSFORMER,
    /** A recurrent state of fixed size per layer. */
    STATE_SPACE,
    /** One sample takes several forward passes. */
    DIFFUSION,
    /** A robot policy; has a width and layers where they are published. */
    EMBODIED,
    /** Convolutional, recommendation and plain workloads: a fixed amount of work per sample. */
    OTHER
  }

  /** Model width where none is stated. */
  public static final double DEFAULT_HIDDEN_DIM = 4096;

  /** Query heads where none are stated. */
  public static final double DEFAULT_HEADS = 32;

  /** Starts a workload of a family in which nothing is stated yet. */
  public static Builder builder(Family family) {
    return new Builder(family);
  }

  /** Whether a pass attends to earlier tokens through a KV cache. */
  public boolean hasAttention() {
    return family == Family.TRANSFORMER;
  }

  /** Whether anything is kept from token to token: a KV cache or a state. */
  public boolean keepsCache() {
    return family == Family.TRANSFORMER || family == Family.STATE_SPACE;
  }

  /** P_a, parameters that one token passes through. */
  public double activeParametersOrAll() {
    return or(activeParameters, parameters);
  }

  /** L, layers; 1 where none are stated. */
  public double layersOrOne() {
    return or(layers, 1);
  }

  /** h, model width; 4096 where none is stated. */
  public double width() {
    return or(hiddenDim, DEFAULT_HIDDEN_DIM);
  }

  /** a, query heads; 32 where none are stated. */
  public double headsOrDefault() {
    return or(heads, DEFAULT_HEADS);
  }

  /** Key-value heads; as many as query heads where none are stated. */
  public double kvHeadsOrHeads() {
    return or(kvHeads, headsOrDefault());
  }

  /** d, width of a head; the whole part of h / a where none is stated. */
  public double headWidth() {
    return Double.isNaN(headDim) ? Math.floor(width() / headsOrDefault()) : headDim;
  }

  /** f, width inside the feed-forward block; 4 h where none is stated. */
  public double feedForwardWidth() {
    return Double.isNaN(intermediateSize) ? Activations.FFN_RATIO * width() : intermediateSize;
  }

  /** Whether keys and values are kept as one latent per token. */
  public boolean hasLatentAttention() {
    return !Double.isNaN(kvLoraRank) && !Double.isNaN(qkRopeHeadDim);
  }

  /** k, experts a token is routed to; at least 1. */
  public double expertsPerTokenOrOne() {
    return Double.isNaN(expertsPerToken) ? 1 : Math.max(1, expertsPerToken);
  }

  /** Inner width over model width of a state-space model; 2 where none is stated. */
  public double expansionOrDefault() {
    return or(expansion, 2);
  }

  /** Forward passes of one inference: the denoising steps of a diffusion model, otherwise 1. */
  public double inferencePasses() {
    return family == Family.DIFFUSION ? or(denoisingSteps, 1) : 1;
  }

  /** O, work of one unit in one forward pass [FLOP]; 0 where neither work nor size is known. */
  public double unitFlops() {
    if (inferenceFlops > 0) {
      return inferenceFlops;
    }
    double active = activeParametersOrAll();
    return Double.isNaN(active) ? 0 : 2 * active;
  }

  /**
   * u, tokens in one unit: {@code max(1, O / (2 P_a))}; 1 for a decoder, the sequence length for an
   * encoder whose work is stated per sequence.
   */
  public double tokensPerUnit() {
    double active = activeParametersOrAll();
    return Double.isNaN(active) ? 1 : Math.max(1, unitFlops() / (2 * active));
  }

  /** size(b), bytes of all weights at b bytes per element; see {@link Weights#storedBytes}. */
  public double storedBytes(double bytesPerElement) {
    return Weights.storedBytes(parameters, modelSize, bytesPerElement);
  }

  /** Number of stored parameters; the stored size over b where P is not stated. */
  public double storedParameters(double bytesPerElement) {
    return Double.isNaN(parameters) ? modelSize / bytesPerElement : parameters;
  }

  /** x, share of the parameters held by experts; see {@link Experts#share}. */
  public double expertShare() {
    return Experts.share(parameters, activeParametersOrAll(), experts, expertsPerTokenOrOne());
  }

  /** Bytes of weights that one pass over n tokens reads; see {@link Experts#touchedShare}. */
  public double touchedBytes(double tokens, double bytesPerElement) {
    return storedBytes(bytesPerElement)
        * Experts.touchedShare(expertShare(), experts, expertsPerTokenOrOne(), tokens);
  }

  /** Width of a head in prefill and training; see {@link Attention#prefillWidth}. */
  public double prefillHeadWidth() {
    return Attention.prefillWidth(headWidth(), hasLatentAttention() ? qkRopeHeadDim : 0);
  }

  /** Width of a head in decoding; see {@link Attention#latentDecodeWidth}. */
  public double decodeHeadWidth() {
    return hasLatentAttention()
        ? Attention.latentDecodeWidth(kvLoraRank, qkRopeHeadDim)
        : headWidth();
  }

  /**
   * Attention work of one sequence in prefill or in a forward pass of training [FLOP]; 0 without
   * attention. See {@link Attention#flops}.
   *
   * @param queries new tokens
   * @param keys tokens up to and including the new ones
   */
  public double attentionFlops(double queries, double keys, boolean causal) {
    return hasAttention()
        ? Attention.flops(
            layersOrOne(), headsOrDefault(), prefillHeadWidth(), queries, keys, causal)
        : 0;
  }

  /** Attention work of one decoded token over s cached ones [FLOP]; 0 without attention. */
  public double decodeAttentionFlops(double cachedTokens) {
    return hasAttention()
        ? Attention.flops(
            layersOrOne(), headsOrDefault(), decodeHeadWidth(), 1, cachedTokens, false)
        : 0;
  }

  /** c, elements an attention model caches per token and layer. */
  public double cachedElements() {
    return hasLatentAttention()
        ? KvCache.latentElementsPerToken(kvLoraRank, qkRopeHeadDim)
        : KvCache.elementsPerToken(kvHeadsOrHeads(), headWidth());
  }

  /**
   * Bytes kept for a batch of sequences of s tokens: the KV cache, or the state of a state-space
   * model whatever s; 0 where nothing is kept.
   */
  public double cacheBytes(double tokens, double batch, double bytesPerElement) {
    return switch (family) {
      case TRANSFORMER ->
          KvCache.bytes(layersOrOne(), cachedElements(), tokens, batch, bytesPerElement);
      case STATE_SPACE ->
          KvCache.stateBytes(
              layersOrOne(),
              batch,
              expansionOrDefault(),
              width(),
              stateSize,
              or(convWidth, 4),
              bytesPerElement);
      case DIFFUSION, EMBODIED, OTHER -> 0;
    };
  }

  /**
   * Bytes of cache that one pass moves: what precedes the new tokens is read once and what they add
   * is written once, together one cache; a state is read and written, which makes two.
   */
  public double cacheTraffic(double tokens, double batch, double bytesPerElement) {
    double cache = cacheBytes(tokens, batch, bytesPerElement);
    return family == Family.STATE_SPACE ? 2 * cache : cache;
  }

  /** Whether the activation traffic follows from the architecture. */
  public boolean hasActivationLaw() {
    return keepsCache()
        || (family == Family.EMBODIED && !Double.isNaN(layers) && !Double.isNaN(hiddenDim));
  }

  /** A, activation traffic of one token and pass [B]; NaN where no architecture is known. */
  public double activationTrafficPerToken(double bytesPerElement) {
    if (!hasActivationLaw()) {
      return Double.NaN;
    }
    double activationBytes = Activations.bytesPerElement(bytesPerElement);
    return switch (family) {
      case TRANSFORMER ->
          Activations.attentionTraffic(
              layersOrOne(),
              width(),
              headsOrDefault(),
              headWidth(),
              cachedElements(),
              feedForwardWidth(),
              activationBytes);
      case STATE_SPACE ->
          Activations.stateSpaceTraffic(
              layersOrOne(), expansionOrDefault(), width(), activationBytes);
      case EMBODIED ->
          Activations.policyTraffic(layers, width(), feedForwardWidth(), activationBytes);
      case DIFFUSION, OTHER -> Double.NaN;
    };
  }

  /**
   * Activation traffic of one unit and pass [B]: {@code u A}, or a share of the weights where no
   * architecture is known.
   *
   * @param fraction that share, &ge; 0
   */
  public double activationTrafficPerUnit(double bytesPerElement, double fraction) {
    return hasActivationLaw()
        ? tokensPerUnit() * activationTrafficPerToken(bytesPerElement)
        : fraction * storedBytes(bytesPerElement);
  }

  private static double or(double stated, double otherwise) {
    return Double.isNaN(stated) ? otherwise : stated;
  }

  /** Collects what a model states; everything left out stays NaN. */
  public static final class Builder {
    private final Family family;
    private double parameters = Double.NaN;
    private double activeParameters = Double.NaN;
    private double inferenceFlops = Double.NaN;
    private double modelSize = Double.NaN;
    private double layers = Double.NaN;
    private double hiddenDim = Double.NaN;
    private double heads = Double.NaN;
    private double kvHeads = Double.NaN;
    private double headDim = Double.NaN;
    private double kvLoraRank = Double.NaN;
    private double qkRopeHeadDim = Double.NaN;
    private double intermediateSize = Double.NaN;
    private double experts = Double.NaN;
    private double expertsPerToken = Double.NaN;
    private double stateSize = Double.NaN;
    private double expansion = Double.NaN;
    private double convWidth = Double.NaN;
    private double denoisingSteps = Double.NaN;

    private Builder(Family family) {
      this.family = family;
    }

    /** States {@link WorkloadForm#parameters}. */
    public Builder parameters(double value) {
      parameters = value;
      return this;
    }

    /** States {@link WorkloadForm#activeParameters}. */
    public Builder activeParameters(double value) {
      activeParameters = value;
      return this;
    }

    /** States {@link WorkloadForm#inferenceFlops}. */
    public Builder inferenceFlops(double value) {
      inferenceFlops = value;
      return this;
    }

    /** States {@link WorkloadForm#modelSize}. */
    public Builder modelSize(double value) {
      modelSize = value;
      return this;
    }

    /** States {@link WorkloadForm#layers}. */
    public Builder layers(double value) {
      layers = value;
      return this;
    }

    /** States {@link WorkloadForm#hiddenDim}. */
    public Builder hiddenDim(double value) {
      hiddenDim = value;
      return this;
    }

    /** States {@link WorkloadForm#heads}. */
    public Builder heads(double value) {
      heads = value;
      return this;
    }

    /** States {@link WorkloadForm#kvHeads}. */
    public Builder kvHeads(double value) {
      kvHeads = value;
      return this;
    }

    /** States {@link WorkloadForm#headDim}. */
    public Builder headDim(double value) {
      headDim = value;
      return this;
    }

    /** States {@link WorkloadForm#kvLoraRank}. */
    public Builder kvLoraRank(double value) {
      kvLoraRank = value;
      return this;
    }

    /** States {@link WorkloadForm#qkRopeHeadDim}. */
    public Builder qkRopeHeadDim(double value) {
      qkRopeHeadDim = value;
      return this;
    }

    /** States {@link WorkloadForm#intermediateSize}. */
    public Builder intermediateSize(double value) {
      intermediateSize = value;
      return this;
    }

    /** States {@link WorkloadForm#experts}. */
    public Builder experts(double value) {
      experts = value;
      return this;
    }

    /** States {@link WorkloadForm#expertsPerToken}. */
    public Builder expertsPerToken(double value) {
      expertsPerToken = value;
      return this;
    }

    /** States {@link WorkloadForm#stateSize}. */
    public Builder stateSize(double value) {
      stateSize = value;
      return this;
    }

    /** States {@link WorkloadForm#expansion}. */
    public Builder expansion(double value) {
      expansion = value;
      return this;
    }

    /** States {@link WorkloadForm#convWidth}. */
    public Builder convWidth(double value) {
      convWidth = value;
      return this;
    }

    /** States {@link WorkloadForm#denoisingSteps}. */
    public Builder denoisingSteps(double value) {
      denoisingSteps = value;
      return this;
    }

    /** The workload as stated so far. */
    public WorkloadForm build() {
      return new WorkloadForm(
          family,
          parameters,
          activeParameters,
          inferenceFlops,
          modelSize,
          layers,
          hiddenDim,
          heads,
          kvHeads,
          headDim,
          kvLoraRank,
          qkRopeHeadDim,
          intermediateSize,
          experts,
          expertsPerToken,
          stateSize,
          expansion,
          convWidth,
          denoisingSteps);
    }
  }
}
