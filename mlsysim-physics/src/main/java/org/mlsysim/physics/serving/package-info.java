/**
 * Serving a model: prefill and decode, the cache that lives between them, and the replicas that
 * meet a latency.
 *
 * <p>Status: experimental. Start at {@link org.mlsysim.physics.serving.Serving}.
 *
 * <table>
 *   <caption>Laws</caption>
 *   <tr><th>class</th><th>law</th><th>source</th></tr>
 *   <tr><td>{@link org.mlsysim.physics.serving.Prefill}</td>
 *       <td>roofline of prompts, whole or in chunks</td>
 *       <td><a href="https://arxiv.org/abs/2211.05102">Pope et al. 2022</a>,
 *           <a href="https://arxiv.org/abs/2403.02310">Agrawal et al. 2024</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.serving.DecodeStep}</td>
 *       <td>roofline of one token per sequence</td>
 *       <td><a href="https://arxiv.org/abs/2211.05102">Pope et al. 2022</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.serving.PassSeries}</td>
 *       <td>passes over a growing cache, in closed form</td><td>arithmetic series</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.serving.SpeculativeDecoding}</td>
 *       <td>tokens gained per verification</td>
 *       <td><a href="https://arxiv.org/abs/2211.17192">Leviathan et al. 2023</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.serving.Serving}</td>
 *       <td>TTFT, ITL and memory of a batch, on one node or two</td>
 *       <td><a href="https://arxiv.org/abs/2401.09670">Zhong et al. 2024</a>,
 *           <a href="https://arxiv.org/abs/2311.18677">Patel et al. 2024</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.serving.ContinuousBatching}</td>
 *       <td>requests that decode together</td>
 *       <td><a href="https://www.usenix.org/conference/osdi22/presentation/yu">Yu et al. 2022</a>
 *       </td></tr>
 *   <tr><td>{@link org.mlsysim.physics.serving.ServingCapacity}</td>
 *       <td>replicas that meet a P99</td><td>{@link org.mlsysim.physics.queueing}</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.serving.BatchingCandidate}</td>
 *       <td>one batch size against a P99</td><td>{@link org.mlsysim.physics.queueing}</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.serving.WeightStreaming}</td>
 *       <td>weights that flow over a link</td>
 *       <td>Lie 2022</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.serving.DecodeBound}</td>
 *       <td>decode by weights alone</td>
 *       <td><a href="https://doi.org/10.1145/1498765.1498785">Williams et al. 2009</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.serving.KvAdmission},
 *           {@link org.mlsysim.physics.serving.PagedAllocation},
 *           {@link org.mlsysim.physics.serving.KvBlockSharing}</td>
 *       <td>who fits into the cache</td>
 *       <td><a href="https://arxiv.org/abs/2309.06180">Kwon et al. 2023</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.serving.KvAttentionDesign},
 *           {@link org.mlsysim.physics.serving.PrecisionDividend}</td>
 *       <td>what a token costs, by design and by width</td>
 *       <td><a href="https://arxiv.org/abs/2305.13245">Ainslie et al. 2023</a>,
 *           <a href="https://arxiv.org/abs/2405.04434">DeepSeek-AI 2024</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.serving.PrefixRebuild},
 *           {@link org.mlsysim.physics.serving.ChunkedPrefill}</td>
 *       <td>prefill avoided, prefill spread</td>
 *       <td><a href="https://arxiv.org/abs/2312.07104">Zheng et al. 2023</a>,
 *           <a href="https://arxiv.org/abs/2403.02310">Agrawal et al. 2024</a></td></tr>
 * </table>
 */
package org.mlsysim.physics.serving;
