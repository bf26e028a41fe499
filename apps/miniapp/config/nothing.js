// Stands where a library brings what every browser has.
