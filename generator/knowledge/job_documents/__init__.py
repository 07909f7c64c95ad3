"""Find in a document what a job description and a person specification hold: sections, statements, criteria, facts and shared clauses."""

from generator.knowledge.job_documents.found import JobDocument
from generator.knowledge.job_documents.jobs import jobs_of

__all__ = ["JobDocument", "jobs_of"]
