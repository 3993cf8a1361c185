"""The timeline in a browser. Run it with `streamlit run dashboard.py`; the page itself is views/page.py."""

from streamlit.starlette import App

from views import shield, source

shield.warn_when_exposed()
source.warm()
app = App("views/page.py", middleware=shield.MIDDLEWARE)
