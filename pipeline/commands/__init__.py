"""What `python -m pipeline` can do, one module a group of commands; `pipeline.__main__` lists them."""
