"""The preview on this computer: builds, serves, watches and builds again; says what happened and prints nothing."""
