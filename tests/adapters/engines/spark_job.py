"""Clean a Parquet file on Spark and say what came of it: `python spark_job.py IN.parquet OUT.parquet`.

A program of its own, as Spark is used: the tests start it and read what it prints.
"""

import json
import sys

from pyspark.sql import SparkSession

from article_clean.adapters.spark import clean_dataframe


def main(given: str, output: str) -> None:
    """Clean, write, count."""
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    rows = spark.read.parquet(given).repartition(2)
    clean_dataframe(rows, "text", keep=["id"]).write.parquet(output)
    done = spark.read.parquet(output)
    failed = done.where("error is not null").count()
    print(json.dumps({"rows": done.count(), "failed": failed, "version": spark.version}))
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
