"""A dateline as printed in, places, agencies and a day out."""
