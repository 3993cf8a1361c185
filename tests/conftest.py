"""What holds for every test."""

from hypothesis import settings

# A shared machine stalls now and then; that is no fault of the code. Costs are measured where they are the question.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
