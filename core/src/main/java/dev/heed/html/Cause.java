package dev.heed.html;

/**
 * Why text may not be seen, and where in the source that stands.
 *
 * @param start the first character
 * @param end the character behind the last
 * @param what for example: the style “color: white”
 */
record Cause(int start, int end, String what) {}
