/**
 * {@code ka.mode=observe}: what pooling would have done. Nothing of the application's traffic is changed; its sockets are followed, and
 * their connections, had they been the pool's, taken and given back on paper.
 */
package io.kaagent.observe;
