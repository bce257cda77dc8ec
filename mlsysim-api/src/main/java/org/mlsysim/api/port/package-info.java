/**
 * Ports: how a record says what it requires or produces, and how its values travel.
 *
 * <p>Start at {@link org.mlsysim.api.port.Port}, which a record's components carry; {@link
 * org.mlsysim.api.port.RecordShape} turns such a record into {@link
 * org.mlsysim.api.port.PortSpec}s, reads it from the wire and writes it.
 */
@NullMarked
package org.mlsysim.api.port;

import org.jspecify.annotations.NullMarked;
