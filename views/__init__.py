"""What the reader sees: the Streamlit page, its state in the address, and its questions to the event table."""
