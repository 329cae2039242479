int cweb_placeholder(void); int cweb_placeholder(void) { return 0; }
